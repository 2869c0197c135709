-- Money: accounts and the ledger, funds, what is owed, shares, receipts, payment slips, counts and closes, savings.
-- Rows of the ledger (journal_entry, posting) and what rests on them alone (share_move, saving) are only ever added.
-- An amount is positive where it is a debit: what the cooperative has, is owed or spends.

-- the seat of the cooperative, for the head of its papers
ALTER TABLE coop ADD COLUMN seat TEXT;

-- the member that a user is: whose approval the PIN gives
ALTER TABLE user ADD COLUMN member_id INTEGER REFERENCES member;

-- cash boxes, bank accounts and wallets, each in one currency; what members owe; capital; income and expense
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  -- blank: as the chart calls it
  name TEXT,
  kind TEXT NOT NULL,
  -- its key in the chart that comes with the program; blank for one that the cooperative has opened itself
  chart TEXT,
  currency TEXT,
  -- the code of the national chart of accounts
  code TEXT,
  institution TEXT,
  branch TEXT,
  number TEXT,
  holder TEXT,
  -- coop or person: a wallet in the name of a person is flagged
  holder_kind TEXT,
  -- how many must approve what is paid from it
  signatures INTEGER,
  -- of income: own or grant
  origin TEXT,
  closed_on TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX account_by_name ON account (name_key);
CREATE UNIQUE INDEX account_by_chart ON account (chart) WHERE chart IS NOT NULL;

-- an earmarked fund
CREATE TABLE fund (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  purpose TEXT,
  decision TEXT,
  closed_on TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX fund_by_name ON fund (name_key);

CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY,
  -- in the order of writing, without gap
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- the day on which it counts, and the day that stands on the paper it rests on
  booked_on TEXT NOT NULL,
  paper_on TEXT,
  text TEXT NOT NULL,
  reference TEXT,
  decision TEXT,
  -- the entry that this one takes back
  reverses INTEGER REFERENCES journal_entry,
  batch_id INTEGER REFERENCES batch,
  meeting_id INTEGER REFERENCES meeting
) STRICT;
CREATE UNIQUE INDEX journal_entry_by_number ON journal_entry (number);
CREATE INDEX journal_entry_by_day ON journal_entry (booked_on, id);
CREATE INDEX journal_entry_opening ON journal_entry (id) WHERE kind = 'opening';
CREATE UNIQUE INDEX journal_entry_by_reverses ON journal_entry (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX journal_entry_by_batch ON journal_entry (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX journal_entry_by_meeting ON journal_entry (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES journal_entry,
  account_id INTEGER NOT NULL REFERENCES account,
  -- that of its entry
  booked_on TEXT NOT NULL,
  currency TEXT NOT NULL,
  minor INTEGER NOT NULL,
  fund_id INTEGER REFERENCES fund,
  member_id INTEGER REFERENCES member,
  due_id INTEGER REFERENCES due
) STRICT;
CREATE INDEX posting_by_entry ON posting (entry_id);
CREATE INDEX posting_by_account ON posting (account_id, booked_on, id);
CREATE INDEX posting_by_member ON posting (member_id, booked_on, id) WHERE member_id IS NOT NULL;
CREATE INDEX posting_by_due ON posting (due_id) WHERE due_id IS NOT NULL;
CREATE INDEX posting_by_fund ON posting (fund_id, booked_on, id) WHERE fund_id IS NOT NULL;

-- what raises amounts owed, month by month or once
CREATE TABLE schedule (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  -- once, month, year
  every TEXT NOT NULL,
  -- the day of the month, or days after it is raised
  due_day INTEGER,
  from_on TEXT NOT NULL,
  until_on TEXT,
  fund_id INTEGER REFERENCES fund,
  decision TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX schedule_by_name ON schedule (name_key);

-- an amount owed by a member; open_minor is what the ledger has left of it
CREATE TABLE due (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  kind TEXT NOT NULL,
  text TEXT,
  schedule_id INTEGER REFERENCES schedule,
  -- 2026, 2026-09, or blank
  period TEXT,
  due_on TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  fund_id INTEGER REFERENCES fund,
  decision TEXT,
  -- the line of the roll call that it is a fine for
  attendance_id INTEGER REFERENCES attendance,
  -- the loan of a savings group that it pays back
  loan_id INTEGER REFERENCES loan,
  -- the entry by which it came to be owed; taken back with it
  entry_id INTEGER NOT NULL REFERENCES journal_entry,
  open_minor INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX due_by_member ON due (member_id, due_on, id);
CREATE INDEX due_open ON due (due_on, id) WHERE open_minor > 0;
CREATE INDEX due_by_schedule ON due (schedule_id, period, member_id) WHERE schedule_id IS NOT NULL;
CREATE INDEX due_by_attendance ON due (attendance_id) WHERE attendance_id IS NOT NULL;
CREATE INDEX due_by_loan ON due (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX due_by_entry ON due (entry_id);

-- shares that came or went: subscription, transfer, refund, succession, opening
CREATE TABLE share_move (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member,
  moved_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- negative where they go
  count INTEGER NOT NULL,
  -- of one share
  nominal_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  -- from whom they come, to whom they go
  other_id INTEGER REFERENCES member,
  -- the written act, its consent or the motion, and when the others were told of it: three months of silence are consent
  deed TEXT,
  decision TEXT,
  notified_on TEXT,
  note TEXT,
  entry_id INTEGER NOT NULL REFERENCES journal_entry
) STRICT;
CREATE INDEX share_move_by_member ON share_move (member_id, moved_on, id);
CREATE INDEX share_move_by_entry ON share_move (entry_id);

-- a series of receipts: the program's own of a year, or a book of numbered leaves written by hand
CREATE TABLE pad (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  -- own, hand
  kind TEXT NOT NULL,
  first INTEGER,
  last INTEGER,
  holder TEXT,
  given_on TEXT,
  returned_on TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX pad_by_name ON pad (name_key);

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  pad_id INTEGER NOT NULL REFERENCES pad,
  number INTEGER NOT NULL,
  -- issued, void, spoiled: a spoiled leaf has no entry
  state TEXT NOT NULL,
  entry_id INTEGER REFERENCES journal_entry,
  payer_id INTEGER REFERENCES member,
  payer TEXT,
  -- the day on the receipt, and the day it was entered
  received_on TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  minor INTEGER,
  currency TEXT,
  -- what was handed over, in another currency or more than was due, the rate and what was given back
  tendered_minor INTEGER,
  tendered_currency TEXT,
  rate TEXT,
  change_minor INTEGER,
  reference TEXT,
  voided_on TEXT,
  void_reason TEXT,
  -- how often it was printed
  prints INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX receipt_by_number ON receipt (pad_id, number);
CREATE INDEX receipt_lost ON receipt (pad_id) WHERE state <> 'issued';
CREATE INDEX receipt_by_entry ON receipt (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX receipt_by_payer ON receipt (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX receipt_by_day ON receipt (received_on, id);

-- payments entered together, whose total was counted first
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account,
  day TEXT NOT NULL,
  pad_id INTEGER REFERENCES pad,
  expected_minor INTEGER NOT NULL,
  expected_count INTEGER,
  meeting_id INTEGER REFERENCES meeting,
  closed_at TEXT,
  -- why it was closed though it did not come to what was counted
  reason TEXT
) STRICT;
CREATE INDEX batch_open ON batch (day) WHERE closed_at IS NULL;

-- a payment slip: money that goes out
CREATE TABLE voucher (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  -- proposed, approved, refused, paid, void
  state TEXT NOT NULL,
  payee_id INTEGER REFERENCES member,
  payee TEXT NOT NULL,
  purpose TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  -- the expense, or what else it is booked on
  against_id INTEGER NOT NULL REFERENCES account,
  fund_id INTEGER REFERENCES fund,
  decision TEXT,
  evidence TEXT,
  proposed_on TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  -- how many approvals the rule of that day asked for, and how many answers there are
  needed INTEGER NOT NULL,
  given INTEGER NOT NULL DEFAULT 0,
  -- cash, cheque, transfer, wallet; its number
  instrument TEXT,
  instrument_number TEXT,
  paid_on TEXT,
  received_by TEXT,
  entry_id INTEGER REFERENCES journal_entry,
  reason TEXT
) STRICT;
CREATE UNIQUE INDEX voucher_by_number ON voucher (year, number);
CREATE INDEX voucher_open ON voucher (proposed_on, id) WHERE state IN ('proposed', 'approved');
CREATE INDEX voucher_by_entry ON voucher (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX voucher_by_payee ON voucher (payee_id) WHERE payee_id IS NOT NULL;

CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  voucher_id INTEGER NOT NULL REFERENCES voucher,
  member_id INTEGER NOT NULL REFERENCES member,
  name TEXT NOT NULL,
  -- approve, countersign, refuse
  answer TEXT NOT NULL,
  -- pin, ink
  how TEXT NOT NULL,
  given_at TEXT NOT NULL,
  seen_by TEXT,
  reason TEXT
) STRICT;
CREATE INDEX approval_by_voucher ON approval (voucher_id);
CREATE INDEX approval_by_member ON approval (member_id);

-- who may sign for an account: from the day the bank confirms it until the day it confirms the end
CREATE TABLE signing_power (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account,
  member_id INTEGER NOT NULL REFERENCES member,
  decision TEXT,
  specimen_on TEXT,
  from_on TEXT,
  until_on TEXT,
  ended_on TEXT,
  end_confirmed_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX signing_power_by_account ON signing_power (account_id);
CREATE INDEX signing_power_by_member ON signing_power (member_id);

-- money from one account to another, which may be under way for days, and may change its currency
CREATE TABLE transfer (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  from_id INTEGER NOT NULL REFERENCES account,
  to_id INTEGER NOT NULL REFERENCES account,
  sent_on TEXT NOT NULL,
  arrived_on TEXT,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  to_minor INTEGER NOT NULL,
  to_currency TEXT NOT NULL,
  rate TEXT,
  fee_minor INTEGER,
  -- whose money it is; blank for general money
  fund_id INTEGER REFERENCES fund,
  slip TEXT,
  carried_by TEXT,
  note TEXT,
  entry_id INTEGER NOT NULL REFERENCES journal_entry,
  arrival_id INTEGER REFERENCES journal_entry,
  -- when the entry that sent it was taken back
  voided_on TEXT
) STRICT;
CREATE INDEX transfer_under_way ON transfer (sent_on) WHERE arrived_on IS NULL AND voided_on IS NULL;
CREATE INDEX transfer_by_entry ON transfer (entry_id);
CREATE INDEX transfer_by_arrival ON transfer (arrival_id) WHERE arrival_id IS NOT NULL;

-- what was counted in an account, by denomination
CREATE TABLE cash_count (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES account,
  -- count, surprise, close
  kind TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  time TEXT,
  -- pieces by denomination in minor units: {"2000000":3,"50000":12}
  pieces TEXT,
  counted_minor INTEGER NOT NULL,
  expected_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  reason TEXT,
  counted_by TEXT NOT NULL,
  -- the other who signs
  second TEXT,
  seen_by TEXT,
  -- who keeps it and answers for what is missing
  keeper TEXT,
  keeper_id INTEGER REFERENCES member,
  -- whether the one who keeps it was there
  without_keeper INTEGER NOT NULL DEFAULT 0,
  -- pin, ink
  how TEXT,
  meeting_id INTEGER REFERENCES meeting,
  -- the entry of a shortage or a surplus
  entry_id INTEGER REFERENCES journal_entry
) STRICT;
CREATE INDEX cash_count_by_account ON cash_count (account_id, counted_on, id);
CREATE INDEX cash_count_by_entry ON cash_count (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX cash_count_by_keeper ON cash_count (keeper_id) WHERE keeper_id IS NOT NULL;

-- a month or a year after which nothing is booked in it any more
CREATE TABLE period_close (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  -- month, year
  kind TEXT NOT NULL,
  last_on TEXT NOT NULL,
  closed_on TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  -- the other who signs
  second TEXT,
  seen_by TEXT,
  how TEXT,
  -- what made the surplus of a year out of its income and expense
  entry_id INTEGER REFERENCES journal_entry,
  reopened_on TEXT,
  reopened_by TEXT,
  reopened_second TEXT,
  reopened_how TEXT,
  reason TEXT
) STRICT;
CREATE INDEX period_closed ON period_close (last_on) WHERE reopened_on IS NULL;

-- the cycle of a savings group
CREATE TABLE cycle (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  share_minor INTEGER NOT NULL,
  share_currency TEXT NOT NULL,
  -- how many shares somebody may buy in a meeting
  most_shares INTEGER NOT NULL,
  -- a loan is at most so many times what its borrower has saved
  loan_multiple INTEGER NOT NULL,
  -- of the loan for each month, in hundredths of a percent
  charge INTEGER NOT NULL,
  -- paid into the social fund at each meeting
  social_minor INTEGER,
  social_currency TEXT,
  account_id INTEGER NOT NULL REFERENCES account,
  fund_id INTEGER NOT NULL REFERENCES fund,
  social_fund_id INTEGER NOT NULL REFERENCES fund,
  closed_on TEXT,
  entry_id INTEGER REFERENCES journal_entry,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX cycle_by_name ON cycle (name_key);

-- who belongs to a savings group, and what was bought at its meetings
CREATE TABLE saving (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycle,
  member_id INTEGER NOT NULL REFERENCES member,
  met_on TEXT NOT NULL,
  shares INTEGER NOT NULL,
  social_minor INTEGER NOT NULL DEFAULT 0,
  entry_id INTEGER NOT NULL REFERENCES journal_entry
) STRICT;
CREATE INDEX saving_by_cycle ON saving (cycle_id, member_id);
CREATE INDEX saving_by_entry ON saving (entry_id);

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  cycle_id INTEGER NOT NULL REFERENCES cycle,
  member_id INTEGER NOT NULL REFERENCES member,
  lent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  minor INTEGER NOT NULL,
  charge_minor INTEGER NOT NULL,
  purpose TEXT,
  guarantors TEXT,
  entry_id INTEGER NOT NULL REFERENCES journal_entry
) STRICT;
CREATE INDEX loan_by_cycle ON loan (cycle_id, member_id);
CREATE INDEX loan_by_entry ON loan (entry_id);

-- what stands on an account in a month; month 2026-11, fund 0 for none
CREATE TABLE account_total (
  account_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  currency TEXT NOT NULL,
  fund_id INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  PRIMARY KEY (account_id, month, currency, fund_id)
) STRICT, WITHOUT ROWID;

-- what stands on an account for a member
CREATE TABLE member_account (
  member_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  minor INTEGER NOT NULL,
  PRIMARY KEY (member_id, account_id, currency)
) STRICT, WITHOUT ROWID;

-- what members have paid in a month on what they owe, without what was taken back; month 2026-11
CREATE TABLE contribution_total (
  month TEXT NOT NULL,
  currency TEXT NOT NULL,
  minor INTEGER NOT NULL,
  PRIMARY KEY (month, currency)
) STRICT, WITHOUT ROWID;
