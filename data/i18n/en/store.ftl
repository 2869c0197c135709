
# Acts, as the history and the log name them
act-about = { $name }: { $what }
act-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
act-dues = { $count ->
    [one] 1 amount owed
   *[other] { $count } amounts owed
}
act-book-create = book begun
act-book-migrate = book brought up to date
act-book-restore = backup restored
act-act-undo = undone
act-act-redo = redone
act-coop-edit = cooperative changed
act-member-add = new member
act-member-form = paper form entered
act-member-edit = member changed
act-member-admit = admission
act-member-status = status changed
act-member-move = place of work
act-member-archive = departure
act-member-bulk = several members changed
act-member-merge = records merged
act-member-distinct = told apart
act-member-import = list imported
act-organ-begin = bodies
act-meeting-call = meeting called
act-meeting-again = second call
act-meeting-edit = meeting changed
act-meeting-agenda = agenda in another order
act-meeting-open = roll opened
act-meeting-close = meeting closed
act-meeting-drop = meeting not held
act-founder-add = founder
act-founder-order = order of signing
act-founder-remove = founder off the list
act-demo-fill = made-up cooperative
act-demo-meet = made-up meetings entered
act-demo-earn = money entered
act-demo-close = books closed
act-user-add = new user
act-user-role = roles changed
act-user-remove = user removed
act-user-system = login of a user
act-user-pin = PIN changed

err-not-found = This record does not exist any more.
err-stale = Somebody else has changed this meanwhile. Look at it again, then repeat.
err-blocked = { $count ->
    [one] { $user } changed this again on { $at }. Undo that change first.
   *[other] This was changed again { $count } times since, first on { $at } by { $user }. Undo those changes first.
}
err-busy = Others have been writing in this book for a long time. Try again in a moment.
err-missing = There is no book at { $path }.
err-not-a-book = { $path } is not a book of Ushirika.
err-newer = This book was written by a newer program (version { $found }, this one knows { $known }). Restart Ushirika or install the new one.
err-outdated = This book has version { $found }; it must be brought up to { $known } first.
err-corrupt = The file is damaged ({ $what }). Restore the last backup.
err-io = The system refused: { $what }
io-not-found = there is no such file or folder
io-denied = you may not read or write here
io-folder = this is a folder, not a file
io-no-folder = a part of the path is a file, not a folder
io-exists = there is already something of that name
io-read-only = this place can only be read
io-full = the disk is full
io-other = { $what }
err-disk-full = The disk is full; nothing was written. Make room, then repeat.
err-read-only = This book can only be read here: the file or its folder is write-protected.
err-sqlite = The database refused: { $what }
err-book-exists = There is a file at { $path } already; nothing was changed.
err-network = The book cannot stand on a network drive ({ $kind }): several machines writing there would destroy it. Put it on a disk of this machine.

err-denied = You may not do this; it needs the role “{ $role }”.
err-denied-unknown = The book does not know the user “{ $user }”, who may only read.
err-denied-pin = This needs your PIN; on the screen Ctrl-L asks for it.
err-pin-needed = { $name } must show the PIN.
err-pin-wrong = That is not the PIN.
err-pin-length = A PIN has { $shortest } to { $longest } characters.
err-user-unknown = The book knows no user { $name }.
err-user-bound = { $name } works under the login “{ $system }” only.
err-user-exists = There is a user { $name } already.
err-user-roles = A user needs at least one role.
err-last-admin = A book needs an administrator; this is the last one.

err-undo-already = This was undone already.
err-undo-blanked = Personal data was removed from this change; it cannot be undone any more.
err-undo-migrated = This was written before the book was brought up to date, and cannot be undone across that.
err-undo-never = This cannot be undone.
err-undo-reverse = This is never erased; it is corrected by a reversing entry.
err-undo-taken = The name or number that would come back has been given to another record.
err-undo-unknown = A newer program wrote this; only that one can undo it.
err-restore-self = That is this book itself, not a backup of it.
err-restore-unsound = { $act ->
    [0] This backup is damaged, or was changed from outside; it is not restored.
   *[other] This backup was changed from outside (change { $act }); it is not restored.
}

err-import-nothing = There is nothing to write: no row is new or changed.
err-import-twice = Row { $row } is about the same member.
err-import-form = Row { $row } has the same form number.
warn-import-number = No member bears number { $number }; it is kept as old number, and a new one is given on admission.
warn-import-other = This belongs to another member than the one the row was matched with.
warn-import-several = { $count } members have the same; nobody was matched by it.
warn-import-status = The status stays: “{ $to }” does not follow from “{ $from }”.

void-undone = admission undone
void-merged = its record became part of another
void-paper = stands on paper from before a backup was restored

# What a check finds
fault-row = differs from its history: { $columns }
fault-gone = is missing, though nobody deleted it
fault-back = is there, though it was deleted
fault-unlogged = was written behind the program’s back
fault-history = its history has gaps
fault-change = an entry of the log cannot be read
fault-derived = its search keys do not fit
fault-place = works elsewhere than the places of work say
fault-total = a kept count is wrong
fault-unbalanced = does not balance
fault-entry-gap = an entry of the ledger is missing
fault-hidden-debt = owes something that stands nowhere
fault-reference = refers to a missing record of { $table }
fault-trigger = its guards were taken away or changed
fault-number-gap = number { $number } is missing
fault-number-double = number { $number } was given twice

act-entry-save = written down
act-entry-remove = taken out
err-form-taken = Form { $number } was entered already, for { $name }.
err-team-site = People work in { $name }. A team stays at its site: move the people to a team of the other site.
err-place-open = The present place of work still runs. Write until when, then begin another.
err-move-early = { $name }: the places of work are written up to { $day }. Give a later day, or put the days right on the member’s page.
err-move-nowhere = Say where to: a site, or a team.
err-name-taken = “{ $name }” is there already. Choose another name.
err-file-absent = The file { $file } cannot be read: { $why }.
act-procedure-open = procedure opened
act-member-validate = admission validated
err-validated = { $count ->
    [one] The assembly has validated this admission already; e corrects the day.
   *[other] The assembly has validated all these admissions already; e corrects the day of one.
}
err-admit-mixed = Mark applicants only, to admit them, or members only, to validate them.

err-merge-number = A record with a number cannot become part of one without: keep the one that was admitted.
err-distinct-already = Somebody has said already that these are two people.
warn-merge-sex = One is a woman, the other a man.
warn-merge-birth = The years of birth are more than two years apart.
warn-merge-paper = The identity papers bear different numbers.
warn-merge-shares = Both have shares: those of the record that stays are kept.
act-bylaw-save = rule of the statutes
act-bylaw-remove = back to the rule of the legal form

act-minutes-write = minutes written
act-minutes-freeze = minutes frozen
act-minutes-take_back = minutes taken back
act-minutes-sign = minutes signed
act-minutes-correct = minutes corrected
fault-minutes = its minutes are not what was frozen
act-roll-arrive = came in
act-roll-leave = left
act-roll-excuse = excused
act-roll-absent = not here
act-roll-proxy = proxy
act-roll-withdraw = proxy withdrawn
act-roll-all = all present
act-roll-add = added to the roll
act-ledger-reverse = reversed
