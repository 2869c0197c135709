# Amounts owed: schedules, waivers, arrears, shares.

act-due-raise = amounts raised
act-due-entry = entry fee raised
act-due-add = amount owed entered
act-due-waive = amount owed waived
act-due-apply = credit used
act-share-subscribe = shares subscribed
act-share-transfer = shares transferred
act-share-inherit = shares inherited
act-share-refund = shares given back
act-entry-set-up = set up

amounts-none = nothing
amounts-one = { $amount }
amounts-more = { $amount } and { $rest }

heading-dues = Amounts owed
dues-empty = Nobody owes anything. Schedules raise what members pay by the month or the year; n enters one amount.
dues-open = owed
dues-late = overdue
dues-late-30 = overdue for more than 30 days
dues-late-90 = overdue for more than 90 days
dues-late-365 = overdue for more than a year
dues-settled = paid or waived
dues-all = all, also paid
sort-oldest = oldest first
sort-amount = largest first
column-due-on = Due by
column-owed-for = For
column-open = Still owed
column-overdue = Overdue
column-amount = Amount
column-decision = Decision
column-owes = Owes
field-owed-for = For
field-member = Member
hint-each = of each of them
hint-waive = all of it, or a part

due-new = enter an amount owed
due-waive = waive
due-waive-marked = waive the marked ones
due-apply = use the credit
due-member = the member
due-added = { $count ->
    [one] { $amount } is owed now.
   *[other] { $count } members owe { $amount } each now.
}
due-waived = { $count ->
    [one] Waived.
   *[other] { $count } amounts waived.
}
due-applied = Credit used: { $amounts }.
waive-many = { $count ->
    [one] One amount, { $amounts }
   *[other] { $count } amounts, { $amounts }: each is waived whole
}
err-waive-decision = Name the decision: an amount is waived only by the body that may.
err-waive-amount = { $open } is still owed: waive all of it or less.
err-waive-kind = Shares are given back and loans are paid; neither is waived.
err-due-alone = Shares are subscribed and loans are lent: choose another kind.
err-waive-none = Nothing of this is owed any more.
err-apply-nothing = There is no credit to use here.

schedules-empty = No dues or fees yet. n enters some: entry fee, monthly dues, a levy. Enter then raises what is owed.
schedules-running = running
schedules-ended = ended
schedule-raise = raise
schedule-fines = fines from roll calls
schedule-last = Raised
raise-turn = in or out
raise-fines = Fines from roll calls
raise-go = { $count ->
    [one] Raise one amount, { $amounts }? Enter writes it.
   *[other] Raise { $count } amounts, { $amounts } in all? Enter writes them as one change.
}
raise-periods = for { $periods }
raise-before = raised before: { $count }
raise-left = left out: { $count }
raise-joined = joined { $day }
raise-done = { $count ->
    [one] One amount raised: { $amounts }.
   *[other] { $count } amounts raised: { $amounts }.
}
err-raise-nothing = There is nothing to raise now.
admit-fee = { $said } Entry fee raised: { $amounts }.

member-owes = Owes
member-credit = Has paid ahead
filter-arrears = in arrears
filter-owes = Owes
owes-any = something
owes-late = something overdue
owes-old = something overdue for more than 90 days
home-debtors = { $count ->
    [one] 1 member owes for more than { $days } days
   *[other] { $count } members owe for more than { $days } days
}

heading-shares = Shares
shares-empty = Nobody has shares yet. n enters a subscription.
shares-figure = paid: { $paid }
shares-unpaid = not paid up
shares-paid = paid up
sort-shares = most shares first
column-shares = Shares
move-subscription = subscribed
move-transfer = transferred
move-refund = given back
move-succession = inherited
move-opening = there when the book began
instalments-week = every week
instalments-month = every month
instalments-quarter = every three months
share-count = { $count ->
    [one] 1 share
   *[other] { $count } shares
}
share-paid = paid { $amount }
share-unpaid = still owed { $amount }
share-paid-up = paid up
share-subscribed-sum = Subscribed
share-paid-sum = Paid up
share-unpaid-sum = Still owed
share-subscribe = subscribe shares
share-hand-over = transfer shares
share-inherit = succession of shares
share-refund = give back shares
share-worth = In all
share-cancelled = Falls away, never paid
share-to-refund = To be paid back
share-refund-by = By
share-subscribed = { $count ->
    [one] { $name }: 1 share subscribed.
   *[other] { $name }: { $count } shares subscribed.
}
share-handed-over = { $count ->
    [one] 1 share goes to { $name }.
   *[other] { $count } shares go to { $name }.
}
share-refunded = { $count ->
    [one] 1 share given back. To be paid back by { $day }: { $amount }.
   *[other] { $count } shares given back. To be paid back by { $day }: { $amount }.
}
field-share-count = Number of shares
field-nominal = Value of one share
field-subscribed_on = Subscribed on
field-parts = Instalments
field-first_on = First by
field-step = Then
field-share-to = To
field-moved_on = On
field-deed = Written act
field-consent = Consent
field-notified_on = Others told on
field-share-back = In effect from
hint-nominal = as in the statutes
hint-parts = 1 is all at once
hint-deed = an original stays here
hint-consent = needed for outsiders
hint-notified = 3 months’ silence: consent
err-share-move = “{ $text }” is no way in which shares come or go.
err-share-count = At least one share.
err-share-same = The shares must go to somebody else.
err-shares-few = { $count ->
    [0] There are no such shares.
    [one] There is only 1 share, or it was subscribed for less.
   *[other] There are only { $count } shares, or they were subscribed for less.
}
err-shares-unpaid = Only { $paid } is paid up: what is not paid cannot go to somebody else.
err-shares-gone = { $name } has passed these shares on: take that back first.
err-shares-none = This member has no shares.
warn-share-deed = A transfer needs a written act; an original stays with the cooperative (AUSCOOP art. 218).
warn-share-consent = This person is no member: most of the other members must consent (AUSCOOP art. 219).
warn-share-silence = The others were told less than three months ago: silence is consent from { $day } on (AUSCOOP art. 219).
warn-refund-member = This person is still a member: shares are given back when somebody leaves.
warn-refund-owes = { $count ->
    [one] One other amount is still owed: it is set against what is paid back.
   *[other] { $count } other amounts are still owed: they are set against what is paid back.
}

paper-arrears = Arrears by age
paper-reminders = Reminders to send by SMS
paper-share-register = Register of shares
paper-share-certificate = Share certificate
paper-option-over = Overdue for
paper-hint-over = days; blank: all that is owed
cli-report--over = only what has been overdue for so many days
paper-arrears-title = Amounts owed by age
paper-arrears-over = { $count ->
    [one] overdue for more than 1 day
   *[other] overdue for more than { $count } days
}
paper-reminders-title = Reminders
paper-reminders-note = One SMS each: at most 160 letters that every telephone shows.
paper-no-phone = no telephone
paper-reminder = { $coop }: { $name } ({ $number }), you owe { $amounts } since { $day }. Please pay the treasurer and ask for a receipt.
paper-shares-title = Register of shares
paper-certificate-title = Share certificate
paper-certificate = { $coop } certifies that { $name }, member no. { $number }, holds:
paper-certificate-move = How
paper-certificate-note = As entered in the register of shares on { $day }. Shares are in the name of the member; they go to somebody else only by a written act of which an original stays with the cooperative.
