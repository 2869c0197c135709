# Frame, keys, commands and what every screen may say.

area-home = Home
area-members = Members
area-meetings = Meetings
area-elections = Elections
area-money = Money
area-production = Production
area-legal = Legalization
area-training = Training
area-plans = Plans
area-disputes = Disputes

# Short names for narrow screens
area-home-short = Home
area-members-short = Members
area-meetings-short = Meet.
area-elections-short = Elect.
area-money-short = Money
area-production-short = Prod.
area-legal-short = Legal
area-training-short = Train
area-plans-short = Plans
area-disputes-short = Disp.

cmd-quit = quit
cmd-back = back
cmd-help = help
cmd-palette = find anything
cmd-settings = Settings
cmd-lock = lock
cmd-language = language
cmd-undo = undo
cmd-redo = redo
cmd-paper-forms = paper forms, a pile
cmd-sites = sites
cmd-teams = teams
cmd-pay = take a payment
cmd-up = up
cmd-down = down
cmd-page-up = page up
cmd-page-down = page down
cmd-top = first
cmd-bottom = last
cmd-open = open
cmd-new = new
cmd-edit = edit
cmd-archive = change status
cmd-filter = filter
cmd-filters = filters
cmd-mark = mark
cmd-mark-all = mark all
cmd-mark-range = mark up to here
cmd-bulk = change the marked
cmd-remove = remove
cmd-earlier = earlier
cmd-later = later
cmd-sort = sort
cmd-history = history
cmd-print = print
cmd-export = export
cmd-import = import
cmd-save = save
cmd-next = next
cmd-previous = previous
cmd-enter = next, or take the proposal
cmd-undo-field = undo in field
cmd-redo-field = redo in field
cmd-confirm = yes
confirm-close = close
cmd-done = done
cmd-choose = choose
cmd-write = write
cmd-columns = columns
cmd-leave-out = leave out
cmd-save-mapping = save the columns
cmd-mappings = saved columns
cmd-sheet = sheet
cmd-admitted = members or applicants
cmd-duplicates = duplicates
cmd-merge = merge
cmd-exchange = keep the other
cmd-distinct = two people
cmd-motion = motion
cmd-action = action
cmd-insert = insert
cmd-save-next = next item
cmd-next-item = next item
cmd-previous-item = item before
cmd-find = find
cmd-complete = complete @name
cmd-read-back = read back
cmd-minutes = search the minutes
cmd-proxy = proxy
cmd-excused = excused
cmd-left = left
cmd-all-present = all present
cmd-guest = guest
cmd-undo-this = undo this
cmd-swap = other version
cmd-stage = what comes next
cmd-roll-call = roll call
cmd-second-call = second call

key-shift = Shift-
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-space = Space
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-pageup = PgUp
key-pagedown = PgDn
key-home = Home
key-end = End
key-delete = Del

language-name = English

fact = { $label }: { $value }
say-saving = saving…
say-quit-key = Ctrl-Q quits.
say-draft-kept = What you typed is kept as a draft; Home offers to go on with it.
say-area-later = { $area }: this area is not built yet.
say-not-here = That does nothing in this list.
say-nothing-selected = Nothing is selected.
say-nothing-marked = Nothing is marked: Space marks a row, * all rows shown.
say-saved = Saved: { $name }
say-backup = Backup written and verified: { $file }
say-check-good = The book is sound: { $acts } { $acts ->
    [one] change
   *[other] changes
}, witness words “{ $head }”.
say-check-bad = The book has been damaged or changed from outside; “ushirika check” tells where.
say-pin = The PIN is changed.
say-user-removed = { $name } may no longer open this book.
say-stranger = The book does not know “{ $name }”: you can read, not write.
say-exported = { $count } { $count ->
    [one] row
   *[other] rows
} written to { $file }

err-cancelled = Cancelled; nothing was written.
err-internal = An internal error stopped this task; nothing was written.

ask-discard = Leave without saving?
ask-discard-lines = What you typed will be lost. Enter throws it away, Esc goes on typing.
ask-doubts = Save all the same? Enter saves, Esc goes back
say-too-small = Window too small.
say-answer-first = Answer the question first: Enter or Esc.

form-wrong = { $count ->
    [one] One field needs another look.
   *[other] { $count } fields need another look.
}

conflict-title = Somebody else has changed this record meanwhile
conflict-lead = Both versions are kept until you choose. ✓ is what will be saved.
conflict-mine = yours
conflict-theirs = theirs

lock-title = Locked. Who is there?
lock-pin = PIN
lock-no-pin = No PIN: Enter opens.

first-title = A new book for your cooperative
first-alone = First save this form with F2; everything else comes after it.
first-done = The book is ready.

pick-up = folder above
pick-nothing = Nothing matches.
pick-none = There is no list in this folder (CSV, XLSX, XLS, ODS). Choose another folder, or type where the file is: /media/key/list.xlsx
err-no-file = There is no file { $file }.

list-count = { $count ->
    [one] 1 in all
   *[other] { $count } in all
}
list-found = { $count } of { $all }
list-marked = { $count } marked
list-none = Nothing matches. Esc takes the filter away.
cmd-admit = admit, validate
