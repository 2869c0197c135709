# Taking money in: the pay line, receipts and their books, batches.

cmd-leaf = leaf
cmd-account = account
cmd-day = day
cmd-also-for = also for
cmd-more = more
cmd-batch = batch
act-payment-receive = payment
act-batch-open = batch opened
act-batch-close = batch closed
act-receipt-spoil = leaves spoilt
act-receipt-print = receipt printed

pay-title = receive
section-pay = Take a payment (F4)
pay-from = From
pay-receipt = Receipt
pay-rate = Rate
pay-rate-of = { $told } for 1 { $one }
pay-leaf = { $pad } leaf { $number }, by hand
pay-also = Also for
pay-by = Brought by
pay-fee = Fee kept
pay-given = Handed over
pay-change = Change
pay-account = Account
pay-today = today
pay-day-today = Today
pay-batch = batch
pay-income = Gift, sale or other income
pay-owes = owes { $amount }
pay-owes-nothing = owes nothing
pay-owes-other = + { $amount } owed; type an amount of that currency to pay it
pay-has-credit = credit { $amount }
pay-nobody = nobody
pay-other = not a member: { $name }
pay-over = { $amount } over
pay-credit-used = credit used
pay-credit-kept = kept as credit
pay-more-parts = +{ $count }
pay-balance-owed = Still owes
pay-balance-credit = Credit
pay-no-account = no account in { $currency }
pay-worth = { $given } is worth { $value }; over: { $rest }
pay-hint = number, card or part of a name; the arrows go to the receipts
pay-day-all = Today, all accounts
pay-day-of = { $day }, all accounts
pay-late-day = { $day }, counts on { $on }: that month is closed
pay-hint-batch = number and Enter: all that is owed; 147 2500: a part of it
pay-batch-goes-on = Alt-B: open batch
pay-batch-open = A batch is still open: Alt-B goes on with it.
pay-hint-amount = Enter gives the receipt; another currency: { $other }
pay-hint-nothing = type how much; Enter gives the receipt
pay-hint-rate = the rate of today, as agreed: 2850
pay-hint-leaf = P7 31; blank: the program’s receipt
pay-hint-aside = Enter, then back to the payment
pay-refused = { $count ->
    [one] 1 payment was refused and comes back when the line is free
   *[other] { $count } payments were refused and come back when the line is free
}
pay-day = { $count ->
    [one] { $day }: 1 receipt · { $amount }
   *[other] { $day }: { $count } receipts · { $amount }
}
pay-none-today = none today
pay-batch-total = { $count ->
    [one] Batch: 1 receipt · { $amount } of { $expected }
   *[other] Batch: { $count } receipts · { $amount } of { $expected }
}
pay-batch-rest = still { $rest }
pay-batch-over = { $rest } too much
pay-batch-met = ✓ as counted
pay-key-payer = take
pay-key-save = receipt
pay-key-open = look
pay-key-on = go on
pay-key-close = close batch
pay-rest-all = { $amount }, and nothing is owed
pay-rest = { $amount } more than owed
pay-rest-far = { $value } for { $owed } owed: is it right?
pay-rest-wrong = Correct the amount
pay-rest-credit = Keep as credit
pay-rest-change = Give change
pay-rest-gift = Take as a gift
pay-saved = Receipt { $number }: { $who }, { $amount }
pay-saved-change = Receipt { $number }: { $who }, { $amount } · change { $change }
say-pay-who-first = First say who pays.
say-pay-first = First finish or leave this payment.

batch-new = New batch
batch-close = Close the batch
batch-close-lead = The payments do not come to what was counted. Look for the mistake, or say why it stays.
batch-total = Counted
batch-count = Number of payments
batch-counted = Counted
batch-entered = Entered
batch-missing = Missing
batch-too-much = Too much
batch-receipts = { $count ->
    [one] 1 payment
   *[other] { $count } payments
}
batch-rest = still { $amount }
batch-opened = Batch of { $amount }: number and Enter take what is owed.
batch-closed = Batch of { $amount } closed.
hint-batch-total = notes and coins, counted first
hint-batch-count = optional

noun-pad = Receipt book
heading-pads = Receipt books
heading-receipts = Receipts
pad-kind-own = printed
pad-kind-hand = by hand
pad-leaves = Leaves
pad-used = Used
pad-left = Left
pad-gaps = Missing
pad-gaps-lead = Missing leaves: enter them, or say what became of them
pad-used-lead = Used leaves, the latest first
pad-state = { $used } used, { $lost } of them void or spoilt; { $missing } missing
pad-spoil = spoilt leaf
pad-spoiled = { $count ->
    [one] 1 leaf is accounted for.
   *[other] { $count } leaves are accounted for.
}
pads-empty = No receipts yet. n enters a book of leaves that are written by hand; the program’s own series begins with the first payment.
pads-count = { $count } by hand
pads-missing = ! { $count ->
    [one] { $count } missing
   *[other] { $count } missing
}
field-first = First leaf
field-last = Last leaf
pad-given_on = Given out on
field-returned_on = Given back on
hint-pad-name = as it stands on the cover: P7
hint-pad-first = number of the first leaf
hint-leaves = 31 or 31-35
filter-pads-hand = by hand
filter-pads-out = not given back
filter-pads-gaps = leaves missing

receipts-empty = No receipts yet. F4 takes a payment.
receipt-state-issued = issued
receipt-state-void = VOID
receipt-state-spoiled = spoilt
receipt-late = late
receipt-prints = { $count ->
    [one] printed once
   *[other] printed { $count } times
}
receipt-printed = Prints
receipt-entered = Entered on
receipt-counts = Late, counts on
receipt-paid = What it paid
receipt-void = void
receipt-void-save = void the receipt
receipt-void-lead = The receipt keeps its number and is void; what it paid is owed again. Nothing is erased.
receipt-voided = Receipt { $number } is void.
filter-receipts-today = today
filter-receipts-void = void
filter-receipts-hand = by hand
filter-receipts-late = late
filter-receipts-reprinted = printed again
receipts-latest = latest first
column-receipt = Receipt
column-day = Day
column-payer = From
column-marks = Remarks
column-pad = Book

home-draft-pay = Draft, payment: { $name }
pay-back = { $why } The payment is in the line again, as it was: { $till }.
pay-resumed = The payment goes on as it was: { $till }.
pay-batch-gone = The batch is closed or undone; payments now stand for themselves.
home-batch = Batch of { $day } not closed: { $amount }
home-draft-batch = Draft, batch: { $name }
home-draft-void = Draft, void: { $name }
home-draft-spoil = Draft, spoilt leaves: { $name }

meeting-collected = Collected { $currency }
meeting-collected-uncounted = { $came } · not counted
meeting-collected-equal = ✓ { $came } · counted the same
meeting-collected-unequal = ! { $came } · counted { $counted }

paper-receipt = Receipt
paper-option-number = Number
paper-option-shape = Paper
paper-option-times = Copies
paper-hint-number = 2026-0412
paper-shape-a4 = A4, thirds to cut
paper-shape-48 = roll of 80 mm
paper-shape-32 = roll of 58 mm
paper-receipt-title = Receipt
paper-receipt-payer = for whoever paid
paper-receipt-stub = for the cooperative
paper-receipt-void = VOID on { $day }
paper-receipt-again = DUPLICATE: printed { $count } times
paper-receipt-from = Received from
paper-receipt-by = Brought by
paper-receipt-entered = Entered on
paper-receipt-sum = The sum of
paper-receipt-given = Handed over
paper-receipt-change = Change
paper-receipt-into = Into
paper-receipt-reference = Reference
paper-receipt-paid = For
paper-receipt-amount = Amount
paper-receipt-cashier = The treasurer
paper-receipt-payer-signs = Whoever paid

err-rate-blank = Type the rate: how many { $told } for 1 { $one }, for instance 2850.
err-rate = “{ $text }” is not a rate; how many { $told } for 1 { $one }?
err-income = “{ $text }” is not an income.
err-pay-nobody = Say who pays.
err-pay-nobody-found = Nobody is found by “{ $typed }”.
err-pay-member-twice = This payment is for that member already.
err-pay-rate = The rate does not lead to what is owed.
err-pay-change = What was handed over is { $value }; paid and given back are { $paid }.
err-pay-fee = A fee is less than { $amount }.
err-pay-no-account = There is no account in { $currency }; Money, n opens one.
err-pay-changed = This has changed meanwhile: { $left } is left. Look, then repeat.
err-batch-redo = This batch did not come to what was counted, and no reason stands there: close it again.
err-batch-closed = This batch is closed, or of another account.
err-batch-account = A batch goes into one account; close it first.
err-no-pad = There is no book of receipts by hand; Money, Receipt books, n enters one.
err-leaf = There is no leaf “{ $text }” in a book written by hand.
err-leaves = “{ $text }” is not a leaf. Type 31 or 31-35.
err-leaf-used = Leaf { $number } of { $pad } is used already.
err-leaf-outside = Leaf { $number } is not in { $pad }: its leaves are { $first } to { $last }.
err-pad-own = This series is written by the program alone.
err-pad-name = { $name } is the program’s own series of that year; what stands on the cover?
err-pad-leaves = The last leaf follows the first, { $most } at most.
err-receipt-state = “{ $text }” is not a state of a receipt.
err-receipt-void = This receipt is void already.
err-receipt-edit = A receipt is never changed: d makes it void, then enter it anew.
err-receipt-spoiled = This leaf was spoilt: nothing was paid on it.
err-paper-receipt = There is no receipt “{ $text }”; 2026-0412 would be one.
fault-receipt = a number is missing in its series, or its state is not that of its entry
