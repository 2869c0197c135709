# Payment slips, signing powers, transfers.

act-voucher-propose = payment slip
act-voucher-change = correction of slip
act-voucher-answer = answer to slip
act-voucher-pay = slip paid
act-voucher-void = slip void
act-transfer-send = transfer
act-transfer-arrive = money arrived
act-user-member = member of a user

cmd-approve = approve
cmd-refuse = refuse
cmd-pay-out = pay out
rule-signatures = Signatures to pay out
rule-signed = { $count ->
    [one] 1 signature
   *[other] { $count } signatures
}
hint-signatures = how many, 1 to 9

slip-state-proposed = to approve
slip-state-approved = to pay
slip-state-paid = paid
slip-state-refused = refused
slip-state-void = void
slip-answer-approve = approves
slip-answer-countersign = countersigns
slip-answer-refuse = refuses
slip-by-cash = cash
slip-by-cheque = cheque
slip-by-transfer = bank transfer
slip-by-wallet = mobile wallet

slips-title = Payment slips
slips-empty = No payment slip yet: n asks for one.
slip-new = new slip
slip-heading = Slip { $number }
slip-saved = Slip { $number } is to be approved.
slip-next = Next
slip-needs = { $count ->
    [one] Needs 1 more signature, of: { $names }.
   *[other] Needs { $count } more signatures, of: { $names }.
}
slip-needs-and-control = { $count ->
    [one] Too few signatories: needs { $names }, then the control body.
   *[other] Too few signatories: needs { $names }, then the control body.
}
slip-needs-control = Needs the control body to countersign: { $names }.
slip-needs-power = Nobody may sign for this account yet: Enter enters a signing power.
slip-needs-control-body = Too few signatories, and nobody sits in a control body.
slip-enough = Approved: it can be paid.
slip-is-paid = Paid.
slip-is-refused = Refused: { $reason }
slip-is-void = { $reason ->
    [none] Void: taken back.
   *[other] Void: { $reason }
}
slip-answers = Signatures
slip-answer-line = { $answer } { $how } · { $at }
slip-seen-by = seen by { $name }
slip-paid-line = { $day } · { $how }
slip-approve = slip { $number } · approve
slip-refuse = slip { $number } · refuse
slip-pay = slip { $number } · pay out
slip-void-name = void
slip-payout-back = take the payment back
slip-void-save = void the slip
slip-approved-now = Slip { $number } can be paid.
slip-heard = Slip { $number }: { $name } has signed.
slip-refused-now = Slip { $number } is refused.
slip-paid-now = Slip { $number } is paid.
slip-voided-now = Slip { $number } is void; its number stays.
slip-member-account = Member’s account (refund)
slip-overdrawn = { $needed } is needed; only { $amount } is on { $name }.
slip-figure = { $count ->
    [one] 1 waits: { $amounts }
   *[other] { $count } wait: { $amounts }
}
filter-slips-open = Waiting
filter-slips-proposed = To approve
filter-slips-approved = To pay
filter-slips-paid = Paid
filter-slips-ended = Refused
filter-slips-void = Void
sort-waiting = those that wait first
column-signed = Signed
column-account = Account
column-way = From → to

noun-signing_power = Signing power
heading-signing_powers = Signing powers
powers-empty = Nobody may sign for an account yet: n enters a signing power.
power-coming = to come
power-running = runs
power-lingering = over, runs at the bank
power-ended = ended
power-unconfirmed = not confirmed by the bank
power-bank-unaware = over, bank not informed
power-mandate-over = the mandate is over
power-one-family = all of one family
power-one-site = all of { $site }
power-end = end
powers-figure = { $count ->
    [0] { $running ->
        [one] 1 signatory
       *[other] { $running } signatories
    }
   *[other] { $count } to put right
}
filter-powers-running = Running
filter-powers-flawed = To put right
filter-powers-ended = Ended
sort-account = by account

transfers-title = Transfers
transfers-empty = No transfer yet: n moves money from one account to another.
transfer-new = new transfer
transfer-saved = { $amount }: recorded.
transfer-saved-difference = { $amount }: recorded; { $difference }.
transfer-arrived = { $amount } has arrived.
transfer-arrival = arrival
transfer-way = { $from } → { $to }
transfer-under-way = in transit
transfer-void = void
transfer-is-there = arrived { $day }
transfer-difference = Difference of rate
transfer-difference-gain = { $amount } more than the rate: gain
transfer-difference-loss = { $amount } less than the rate: loss
transfer-agreed = By the rate
transfers-figure = { $count ->
    [one] 1 in transit
   *[other] { $count } in transit
}
filter-transfers-way = In transit
filter-transfers-exchange = Exchanges

field-payee = To whom
field-against = Category
field-evidence = Supporting paper
field-account = From account
field-signer = Who
field-seen_by = Seen by
field-instrument = Paid by
field-instrument_number = Its number
field-paid_on = Paid on
field-received_by = Received by
field-transfer_fee = Fee
field-specimen_on = Specimen given on
field-end_confirmed_on = End confirmed on
field-signing_account = Account
field-to_account = To account
field-got = Amount received
field-rate = Rate
field-sent_on = Left on
field-arrived_on = Arrived on
field-deposit_slip = Deposit slip
field-carried_by = Carried by
field-user-member = Is member
hint-user-member = approves with this PIN
hint-payee = member, or any name
hint-account = name of the account
hint-power-from = confirmed by the bank on
hint-power-begins = from this day on
hint-power-bank = banks only
hint-power-ended = ended by the cooperative
hint-power-confirmed = by the bank
hint-slip-pin = blank when signed in ink
hint-seen-by = of a signature in ink
hint-cheque = cheque, message…
hint-fee = kept by bank or operator
hint-got = in its currency
hint-rate = 2800 for a dollar
hint-arrived = blank: in transit

home-slips-waiting = { $count ->
    [one] 1 payment slip to approve
   *[other] { $count } payment slips to approve
}
home-slips-to-pay = { $count ->
    [one] 1 approved slip to pay
   *[other] { $count } approved slips to pay
}
home-under-way = { $count ->
    [one] Money in transit for more than 7 days
   *[other] { $count } sums in transit for more than 7 days
}
home-powers = { $count ->
    [one] 1 signing power to put right
   *[other] { $count } signing powers to put right
}
err-transfer-void = This transfer is void already.
home-draft-slip = Draft, payment slip: { $name }
home-draft-payout = Draft, payment of slip: { $name }
home-draft-transfer = Draft, transfer: { $name }
undo-voids = { $count ->
    [one] The slip will be void; its number stays.
   *[other] { $count } slips will be void; their numbers stay.
}
fault-slip-gap = a number before this one is missing

err-slip-signed = Somebody has already answered this slip. Take it back with d and propose a new one.
err-slip-state = “{ $text }” is not a state of a slip.
err-slip-answer = “{ $text }” is not an answer to a slip.
err-slip-number = “{ $text }” is not the number of a slip; 2026-017 is one.
err-slip-payee = { $name } gets this money and cannot sign for it.
err-slip-twice = { $name } has answered already.
err-slip-no-power = { $name } may not sign for this account today.
err-slip-control-later = { $name } countersigns only when there are too few signatories.
err-slip-decided = This slip is decided: { $state }.
err-slip-unsigned = Signatures are missing: it cannot be paid yet.
err-slip-paid = It is paid: void the payment first.
err-slip-member = Only a member has an account here: choose a member to pay.
err-slip-fund = What is owed to a member comes out of general money: leave the fund blank.
err-slip-against = A slip pays an expense or a member’s account.
err-slip-category = There is no category “{ $text }”.
err-slip-seen = Say who saw the signature; somebody else than who signed.
err-slip-proof = Type the PIN, or say who saw the signature in ink.
err-cheque-number = Type the number of the cheque, as printed on it.
err-slip-none = There is no slip { $number }.
err-account-name = There is no account “{ $text }”.
err-account-other = The amount must be in { $currency }.
err-user-member = { $name } is this member already.
err-member-pin = { $name } has no user with a PIN; sign in ink, or say in the settings which user it is.
err-transfer-same = Choose two different accounts.
err-transfer-rate = Between two currencies a rate is needed.
err-transfer-exchange = Money that is exchanged arrives at once: give the day.
err-transfer-amount = As much must arrive as has left; enter fees apart.
err-transfer-before = It cannot arrive before it has left.
err-transfer-arrived = It has arrived: take back the arrival first.
err-transfer-there = This money is no longer in transit.
err-letter-account = Which bank account? There is no “{ $text }”.

cli-report--transfer = The transfer; the last one when left out
paper-slip = Payment slip
paper-bank-letter = Letter to the bank on signatories
paper-deposit-note = Deposit note
paper-option-account = account
paper-option-transfer = transfer
paper-hint-slip = 2026-017
paper-pay-slip-title = Payment slip no. { $number }
paper-slip-to = Pay to
paper-slip-purpose = For
paper-slip-account = From
paper-slip-category = Category
paper-slip-proposed = Asked for
paper-slip-by = { $day } by { $name }
paper-slip-approvals = Approved by
paper-slip-name = Name
paper-slip-how = How
paper-slip-when = On
paper-slip-signature = Signature
paper-slip-rule = { $count ->
    [one] 1 signature is needed; whoever gets the money does not sign.
   *[other] { $count } signatures are needed; whoever gets the money does not sign.
}
paper-slip-paid = Paid
paper-slip-received = Received by
paper-slip-payer = Paid by (treasurer)
paper-slip-void = VOID
paper-slip-refused = REFUSED
paper-letter-title = Change of signatories
paper-letter-to = To
paper-letter-manager = The manager
paper-letter-account = Our account
paper-letter-lead = Dear Sir or Madam, we ask you to note the following changes to the signatories of our account, and to confirm them in writing with the day from which they hold.
paper-letter-new = May sign from your confirmation on
paper-letter-stay = May still sign
paper-letter-end = May sign no more
paper-letter-rule = { $count ->
    [one] One signature is enough for a payment.
   *[other] { $count } of these signatures together are needed for a payment.
}
paper-letter-until = Until your confirmation the former signatures hold.
paper-letter-specimen = Specimen signature
paper-letter-decision = Decision
paper-letter-name = Name
paper-letter-paper = Identity paper
paper-letter-on = Since
paper-letter-confirmed = Confirmed by the bank on
paper-letter-nobody = nobody
paper-deposit-title = Deposit slip note
paper-deposit-carrier = Carried by
paper-deposit-handed = Handed over
paper-deposit-received = Received at the counter
