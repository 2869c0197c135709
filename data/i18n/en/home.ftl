# The first page.

home-today = { $count ->
    [0] Nothing needs attention today
   *[other] To do today ({ $count })
}
home-draft-new = Draft, new member: { $name }
home-draft-form = Draft, paper form { $name }
home-draft-move = Draft, place of work: { $name }
home-draft-call = Draft, new meeting: { $name }
home-draft-member = Draft: { $name }
home-draft-status = Draft, status: { $name }
home-draft-coop = Draft: the cooperative
home-draft-user = Draft: a new user
home-draft-known-user = Draft: user { $name }
home-backup-never = The book has never been backed up
home-backup-old = Last backup: { $days } days ago
home-first-import = Import a list from a spreadsheet
home-first-member = Enter the first member
home-first-coop = Check the name and the currencies
home-first-money = Open the accounts and enter their balances
home-first-users = Say who else may open this book
home-first-settings = Language, keyboard, colours
home-first-help = See which keys there are
home-by-sex = F { $women }  M { $men }

home-draft-entry = Draft: { $name }
home-draft-gone = Draft of what is not there any more
home-draft-gone-hint = What this draft is about is not in the book any more. d throws the draft away.
home-draft-drop = throw away
home-draft-dropped = The draft is thrown away.
home-no-draft = Only drafts are thrown away here.
ask-draft-drop = Throw this draft away?
ask-draft-drop-lines = { $draft }. What was typed there is lost; the book stays as it is.
home-steps-late = { $count ->
    [one] 1 step of a procedure is late
   *[other] { $count } steps of procedures are late
}
home-steps-due = { $count ->
    [one] 1 step due within { $days } days
   *[other] { $count } steps due within { $days } days
}
home-cards-expired = { $count ->
    [one] 1 miner card has expired
   *[other] { $count } miner cards have expired
}
home-cards-end = { $count ->
    [one] 1 card expires within { $days } days
   *[other] { $count } cards expire within { $days } days
}
home-applying = { $count ->
    [one] 1 application is older than 3 months
   *[other] { $count } applications older than 3 months
}
home-to-validate = { $count ->
    [one] 1 admission awaits the assembly
   *[other] { $count } admissions await the assembly
}
home-doubles = { $count ->
    [one] One possible duplicate
   *[other] { $count } possible duplicates
}
home-draft-rule = Draft, rule: { $name }
home-actions-late = { $count ->
    [one] 1 action is overdue
   *[other] { $count } actions are overdue
}
home-actions-due = { $count ->
    [one] 1 action due within { $days } days
   *[other] { $count } actions due within { $days } days
}
home-to-sign = { $count ->
    [one] 1 set of minutes to be signed
   *[other] { $count } sets of minutes to be signed
}
home-meeting = { $day } { $time } { $name }
home-notice-due = Notice by { $due }: { $name }, { $day }
home-notice-missed = No notice yet: { $name }, { $day }
home-mandate-over = { $office }: term over since { $day }
home-mandates-over = { $count } terms are over, nobody follows
home-mandate-vacant = { $office }: post empty since { $day }
home-mandates-vacant = { $count } posts are empty
home-mandate-ends = { $office }: term ends { $day }
home-mandates-end = { $count } terms end within { $days } days
home-paid = Paid, 12 months
