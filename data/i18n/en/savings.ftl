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
err-opening-currency = This is in { $currency }.
err-opening-unlike = The shares paid come to { $counted }; the amount paid says otherwise.
warn-opening-paid = No amount paid is given: the shares count as paid in full.
cli-say-opening-sum = There { $there } + owed by members { $owed } − shares { $capital } − paid ahead { $credit } − set aside { $aside } = brought forward { $left }
cli-say-opening-proposal = On { $day }: { $new } to be written, { $refused } refused. Nothing was written.
cli-say-opening-done = Opened on { $day }: { $new } rows written, { $refused } left out.
cli-err-opening-empty = No row was found in { $path }.
