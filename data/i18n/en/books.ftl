# Accounts, their books, statements.

export-ledger = Ledger
export-contributions = Contributions
cli-export-ledger = Write every entry of the ledger, for people who check it and for programs of double entry
cli-export-ledger--format = hledger, beancount, csv, xlsx or json (by the file's ending, else csv)
cli-export-ledger--out = File to write; standard output when it is missing or "-"
cli-export-contributions = Write what members have paid, one part of a payment a row
cli-export-contributions--format = csv, xlsx or json (by the file's ending, else csv)
cli-export-contributions--out = File to write; standard output when it is missing or "-"
cli-say-exported-entries =
    { $count ->
        [one] One entry: { $path }
       *[other] { $count } entries: { $path }
    }
books-asserted = Balances kept by the program

paper-member-statement = Statement of a member
paper-receipts-payments = Receipts and payments
paper-income = Income and surplus
paper-balance = Balance
paper-fund-statement = Statement of a fund
paper-poster = Wall poster: our money
paper-poster-title = Our money
paper-size-a4 = A4
paper-size-a3 = A3
paper-option-period = Period
paper-option-currency = Currency
paper-option-size = Sheet
paper-hint-period = 2026, 11/2026, or 01/03/2026 - 15/04/2026
paper-hint-all = blank: all
paper-member = Member
cli-report--period = From when to when: 2026, 11/2026, or "01/03/2026 - 15/04/2026"; this year when left out
cli-report--currency = Only this currency
cli-report--fund = The fund; the only one when left out
cli-report--size = Sheet of the poster: a4 or a3
err-entry-edit = An entry is never changed: d reverses it, then enter what is right.
err-period = “{ $text }” is no period: write 2026, 11/2026, or 01/03/2026 - 15/04/2026.
books-nothing = Nothing was booked.
books-there = There is
books-came-in = Came in
books-went-out = Went out
books-moved = Between own accounts
books-exchanged = Exchanged
books-witness-note = The witness words at the foot prove the state of the file: when somebody changes the past, they do not come again.
books-changed-from = Changed from { $currency }
books-changed-to = Changed into { $currency }
books-opening = Was there before
books-closing = Is there now
books-ahead = Paid ahead
books-income = Earned
books-income-total = All that was earned
books-expense = Spent
books-expense-total = All that was spent
books-surplus = Surplus
books-deficit = Deficit
books-has = What the cooperative has
books-whose = Whose it is
books-shares-held = Shares
books-shares =
    { $count ->
        [one] 1 share subscribed, { $paid } paid
       *[other] { $count } shares subscribed, { $paid } paid
    }
books-day = Day
books-what = What
books-receipt = Receipt
books-owed = Owed
books-paid = Paid
books-left = Left
books-brought = Brought forward
books-owes-left = Owed on { $day }
books-ahead-left = Paid ahead on { $day }
books-statement-note = Whoever finds a mistake says so to the treasurer or to the body that supervises, with the receipt.
books-who-owe =
    { $count ->
        [one] One member owes { $amount }
       *[other] { $count } members owe { $amount }
    }
books-counted = counted on { $day }: right
books-counted-other = counted on { $day }: { $amount }
books-not-counted = not counted yet
books-where = Where
books-count = Counted
books-by-month = What members paid, month by month
books-standing = Balance
books-book = Book of an account
books-way = from { $from } to { $to }
books-way-to = to { $to }
books-way-from = from { $from }
books-contributions = Contributions received
books-edit-account = edit the account
books-no-fund = No earmarked fund yet: n opens one.
books-entry = Entry { $number }
books-paper-on = Day on the paper
books-reverses = Takes back
books-reversed-by = Taken back by
books-payer = Paid by
books-lines = What it did
books-line-in = { $amount } came in
books-line-out = { $amount } went out
books-line-owes = owes { $amount } more
books-line-paid = has paid { $amount }
books-line-earned = { $amount } earned
books-line-unearned = { $amount } less earned
books-line-spent = { $amount } spent
books-line-unspent = { $amount } less spent
books-line-more = { $amount } more
books-line-less = { $amount } less
books-reverse = take back
books-reverse-lead = Nothing is erased: the contrary is written today.
books-reverse-slip = Nothing is erased: the contrary is written today, and the slip is to be paid again.
books-reverse-receipt = Nothing is erased: the contrary is written today, and the receipt is void.
books-reversed = Taken back by entry { $number }; nothing was erased.
books-most = most in { $month }: { $amount }
books-last = this month: { $amount }
books-together = { $amount } in twelve months
books-earlier = earlier
books-later = later
filter-money = Money
sort-kind = by kind
sort-latest = latest first
sort-first = from the beginning
column-code = Code
