# Savings groups and opening balances.

# Opening
act-opening-write = opening balances
section-opening = Opening
opening-number = number
opening-name = name
opening-account = account
opening-fund = fund
opening-shares = shares
opening-shares-paid = shares paid
opening-paid = paid on shares
opening-share-value = value of a share
opening-arrears = arrears
opening-arrears-on = arrears since
opening-credit = paid ahead
opening-balance = balance
opening-currency = currency
err-opening-columns = No heading says who or which account a row is about: “Number”, “Name” or “Account”, beside “Shares”, “Arrears”, “Balance” and the like.
err-opening-who = Who or which account is meant? There is neither a number, a name nor an account.
err-opening-other = Number { $number } is { $name }. Correct the number or the name.
err-opening-account = There is no account “{ $name }” on which an opening balance can stand. Open the account first, or name one of the list.
err-opening-members = What belongs to members is entered member by member.
err-opening-nothing = There is nothing to write: no shares, no arrears, nothing paid ahead, no balance.
err-opening-paid = That is more than the shares are worth: { $most } at most.
err-opening-late = Arrears are from before the opening.
err-opening-both = Somebody who owes has nothing paid ahead: enter the difference.
err-opening-again = This was opened before, on { $day }. Undo that first.
err-opening-shares = Something is paid on shares, but how many shares are held?
err-opening-nominal = What is one share worth? Give it in a column “Share value”.
err-opening-unlike = The shares paid come to { $counted }; the amount paid says otherwise.
warn-opening-number = Number { $number } is { $name }; the name was followed.
warn-opening-paid = No amount paid is given: the shares count as paid in full.
cli-say-opening-sum = There { $there } + owed by members { $owed } − shares { $capital } − paid ahead { $credit } − set aside { $aside } = brought forward { $left }
cli-say-opening-proposal = On { $day }: { $new } to be written, { $refused } refused. Nothing was written.
cli-say-opening-done = Opened on { $day }: { $new } rows written, { $refused } left out.
cli-err-opening-empty = No row was found in { $path }.

opening-aside = on { $day } · { $count } to write
opening-empty = Nothing yet. n types row by row: members with shares, arrears, credits; accounts with balances. i reads a file.
opening-rest = n types the next row, F2 writes all of them as one change.
opening-row = row { $row }: { $what }
opening-read = Read. To write: { $count }. Refused: { $refused }.
opening-unfinished = Finish the row first: Enter takes an answer, Esc leaves the row.
opening-written =
    Opened on { $day }: { $count ->
        [one] one row
       *[other] { $count } rows
    }.
opening-sum-there = There
opening-sum-owed = Owed
opening-sum-capital = Shares
opening-sum-credit = Ahead
opening-sum-aside = Set aside
opening-sum-left = Left
opening-words-shares =
    { $count ->
        [one] one share
       *[other] { $count } shares
    }
opening-words-whole = paid up
opening-words-paid = { $amount } paid
opening-words-owes = owes { $amount }
opening-words-since = owes { $amount } since { $day }
opening-words-credit = ahead { $amount }
opening-ask-who = Who or which account?
opening-ask-day = How things stood on
opening-ask-fund = { $of }: which fund?
opening-ask-balance = { $of }: balance
opening-ask-shares = { $of }: shares held
opening-ask-nominal = { $of }: one share is worth
opening-ask-paid = { $of }: paid on shares
opening-ask-arrears = { $of }: arrears
opening-ask-since = { $of }: arrears since
opening-ask-credit = { $of }: paid ahead
opening-hint-who = A number, a name or an account; Esc goes back to the rows.
opening-hint-day = Enter takes the day of the opening.
opening-hint-paid = Enter: all of it is paid. 0: nothing.
opening-hint-fund = Enter: no fund, general money.
opening-hint-nothing = Enter: none.
ask-opening = Open the book with this?
ask-opening-lines =
    { $count ->
        [one] One row is written as on { $day }, as one change.
       *[other] { $count } rows are written as on { $day }, as one change.
    }
warn-opening-moved = { $amount } is on “{ $name }” already on that day; this is added to it.
warn-opening-below = “{ $name }” would be below nothing: { $amount }.
err-opening-refused =
    { $count ->
        [one] One row is wrong: Enter changes it, d takes it off.
       *[other] { $count } rows are wrong: Enter changes one, d takes it off.
    }
sheet-write = write all
sheet-back = back
sheet-change = change
sheet-new = next row
sheet-take = take
home-draft-opening = { $count ->
    [one] Draft, opening: one row
   *[other] Draft, opening: { $count } rows
}
opening-why = { $why }

# Savings groups
section-savings = Savings groups
noun-cycle = Savings cycle
heading-cycles = Savings cycles
cycles-empty = No cycle yet. n begins one: what a share costs, how much may be lent, where the money is.
cycle-name = Savings group { $year }
cycle-box = Savings box
cycle-fund = Loan fund
cycle-social = Social fund
cycle-lent = Lent, with charges
cycle-closed = Shared out on
cycle-people = Members
cycle-shares = Shares
cycle-savers = Savings
cycle-loans = Loans
cycle-helps = Help
cycle-meetings = Meetings
cycle-value =
    { $count ->
        [one] one share, worth { $worth } today
       *[other] { $count } shares, worth { $worth } each today
    }
cycle-rule = Rules
cycle-rules = { $share } a share, { $most } at most a meeting; loans up to { $multiple } × the savings, { $charge } % a month
cycle-when = Cycle
cycle-days = { $from } – { $until }
cycle-owes = owes { $amount }
cycle-saved = Saved: { $name }.
field-share = Price of a share
field-most_shares = Most shares a meeting
field-loan_multiple = Loan at most
field-charge = Charge a month, %
field-social = Social fund, a meeting
field-box = Cash box
hint-loan-multiple = times the savings
hint-charge = 5 or 2.5
hint-social = what everybody pays
hint-made = a new name is made
savings-shares =
    { $count ->
        [one] one share
       *[other] { $count } shares
    }
savings-people =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
savings-paid = For shares
savings-handed = Handed over
savings-so-far = So far
savings-meeting = meeting of { $day }
savings-aside = a share { $share }
savings-sum =
    { $people ->
        [0] nobody yet
        [one] one person
       *[other] { $people } people
    } · { $shares } shares · { $worth } + social { $social } = { $total }
savings-hint = 147 3: member 147 buys three shares. 147 3 500: and pays 500 into the social fund. F2 closes the sheet.
savings-ask-who = Who, how many shares?
savings-ask-shares = { $of }: shares (and social)
savings-new = { $name } does not save here yet. Enter once more: add.
savings-ask-counted = Counted in the box for this meeting
savings-ask-day = Day of the meeting
savings-ask-why = { $of }: why is it void?
savings-close = count and close
savings-void = take off
savings-written =
    Meeting of { $day } written: { $count ->
        [one] one person
       *[other] { $count } people
    }, { $amount }.
savings-voided = { $name }: void. Enter anew what was right.
savings-box = In the box for this meeting: { $total }.
savings-social-note = The social fund helps in an emergency. It is not shared out.
field-borrower = Borrower
field-helped = For whom
field-months = Months
field-lent_on = Lent on
field-guarantors = Guarantors
field-on = On
hint-aid = illness, death, accident
loan-saved = Saved
loan-owes = Owes already
loan-room = May borrow
loan-room-words = { $room } ({ $multiple } × the savings, less what is owed)
loan-there = In the box
loan-back = To pay back
loan-back-words = { $total }, { $charge } of it as charge, by { $day }
loan-saved-words = Lent to { $name }: { $amount }, to be paid back by { $day }.
loan-due = due on { $day }
loan-due-on = Due on
loan-charge = Charge
loan-still = Still open
loan-paid = paid back
loan-open = { $amount } open
aid-saved = Helped { $name } with { $amount }.
share-out-worth = Worth
share-out-deducted = Loans off
share-out-payout = Handed over
share-out-total = Together
share-out-state = State
share-out-simulated = simulated, nothing is written yet
share-out-done-on = shared out on { $day }
share-out-fund = Fund { $fund } for { $count } shares: { $worth } a share.
share-out-cash = { $cash } is in cash and handed over to members.
share-out-social = The social fund keeps its { $amount }.
share-out-odd =
    { $count ->
        [one] + one unit was left over after rounding down; it goes to the largest remainder.
       *[other] + { $count } units were left over after rounding down; they go to the largest remainders.
    }
share-out-odd-paper =
    { $count ->
        [one] * Parts are rounded down. The one unit left over goes to the largest remainder; of equal ones the lowest number has it.
       *[other] * Parts are rounded down. The { $count } units left over go to the largest remainders, one each; of equal ones the lowest numbers have them.
    }
share-out-still = { $name } still owes { $amount } after the share-out.
share-out-nothing = There is nothing to share out.
share-out-said = { $name } is shared out: { $cash } handed over.
ask-share-out = Share out and close the cycle?
ask-share-out-lines =
    { $cash } is handed over to { $people ->
        [one] one person
       *[other] { $people } people
    }.
ask-share-out-check = Count the money in front of everybody first, and print the sheet to be signed.
act-savings-cycle = savings cycle
act-savings-meet = savings meeting
act-savings-lend = loan
act-savings-aid = help from the social fund
act-savings-share_out = share-out
cmd-meet = meeting
cmd-lend = loan
cmd-aid = help
cmd-share-out = share-out
home-draft-savings = Draft, savings meeting: { $name }
err-savings-counted = Type what was counted in the box.
home-draft-cycle = Draft, savings cycle: { $name }
home-draft-loan = Draft, loan: { $name }
home-draft-aid = Draft, help: { $name }
err-savings-most =
    At most { $most } shares a meeting in this cycle{ $before ->
        [0] {""}
       *[other] , and { $before } are bought today already
    }.
err-savings-closed = { $name } was shared out on { $day }.
err-savings-early = The cycle begins on { $day }.
err-savings-missing = The sheet says { $sheet }, counted are { $counted }: { $rest } is missing. Correct the sheet or count again. If it really is missing, type { $sheet }, then count the box (Cash counts) and say why.
err-savings-over = The sheet says { $sheet }, counted are { $counted }: { $rest } is over. Correct the sheet or count again. If it really is over, type { $sheet }, then count the box (Cash counts) and say why.
err-savings-line = “{ $text }” is not understood: number, shares and, if need be, social, such as 147 3 or 147 3 500.
err-savings-empty = Nobody has bought or paid anything yet.
err-savings-member = { $name } is not a member at present.
err-savings-funds = The loan fund and the social fund must be two.
err-savings-shared = “{ $name }” uses one of these funds and is not shared out yet: each group needs its own.
err-savings-fixed = Shares have been bought: their price, the box and the funds stay as they are until the share-out.
err-savings-account = { $name } does not hold money in { $currency }.
err-savings-cash = There is only { $there } of it in the box.
err-percent = “{ $text }” is no percentage from 0 to 100, such as 5 or 2.5.
err-share-out-nobody = Nobody has shares in this cycle.
err-share-out-cash = More has gone out of the fund than there was. Look at its account first.
err-paper-cycle = There is no savings cycle “{ $name }”.
warn-loan-limit = Beyond the rule: { $multiple } × { $saved } saved leaves { $room } to borrow. Has the group decided otherwise?
warn-loan-late =
    { $count ->
        [one] An earlier loan is overdue.
       *[other] { $count } earlier loans are overdue.
    }
warn-loan-end = The cycle ends on { $day }; this is due later.
paper-passbook = Savings passbook page
paper-passbook-title = Savings passbook
paper-savings-meeting = Sheet of a savings meeting
paper-savings-title = Savings meeting of { $day }
paper-share-out = Share-out sheet
paper-share-out-title = Share-out
paper-option-cycle = Cycle
paper-hint-cycle = blank: the last one
paper-hint-met = blank: the last meeting
paper-sign-keeper = Box keeper
paper-sign-counter = Money counter
paper-sign-saver = For the members
