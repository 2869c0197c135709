-- Bodies, their officers and rules; meetings with agenda, roll call, motions, minutes and actions.

-- a body of the cooperative: its assembly, its committee, those who control it
CREATE TABLE organ (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  seats INTEGER,
  term_months INTEGER,
  -- the last number in the minute book that was kept on paper before
  last_number INTEGER,
  closed_on TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX organ_by_name ON organ (name_key);

-- who holds an office, and since when; the row without an end is in office
CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  organ_id INTEGER REFERENCES organ,
  office TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  decision TEXT,
  votes INTEGER,
  ended_on TEXT,
  ended_reason TEXT,
  note TEXT
) STRICT;
CREATE INDEX mandate_by_member ON mandate (member_id);
CREATE INDEX mandate_by_organ ON mandate (organ_id);
CREATE INDEX mandate_ended ON mandate (ended_on) WHERE ended_on IS NOT NULL;
CREATE INDEX mandate_ends ON mandate (until_on) WHERE ended_on IS NULL AND until_on IS NOT NULL;

-- where the cooperative's own statutes say something else than the rules that come with its legal form
CREATE TABLE bylaw (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL,
  value TEXT NOT NULL,
  reference TEXT,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX bylaw_by_code ON bylaw (code);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  organ_id INTEGER NOT NULL REFERENCES organ,
  kind TEXT NOT NULL,
  title TEXT,
  held_on TEXT NOT NULL,
  time TEXT,
  place TEXT,
  notice_on TEXT,
  channel TEXT,
  called_by TEXT,
  chair TEXT,
  secretary TEXT,
  tellers TEXT,
  note TEXT,
  -- the meeting that had no quorum and of which this is the second call
  first_id INTEGER REFERENCES meeting,
  -- planned, open, closed, to_sign, signed, dropped
  state TEXT NOT NULL DEFAULT 'planned',
  -- what was read on the day: the roll's size, the rule of quorum and where it stands
  opened_at TEXT,
  closed_at TEXT,
  eligible INTEGER,
  quorum TEXT,
  quorum_reference TEXT,
  proxies INTEGER,
  -- in the minute book of the body: kept once it is given
  number INTEGER,
  version INTEGER,
  signed_on TEXT,
  signed_by TEXT,
  register_page TEXT
) STRICT;
CREATE INDEX meeting_by_day ON meeting (held_on, id);
CREATE INDEX meeting_by_organ ON meeting (organ_id, held_on);
CREATE UNIQUE INDEX meeting_by_number ON meeting (organ_id, number) WHERE number IS NOT NULL;
CREATE INDEX meeting_not_signed ON meeting (held_on) WHERE state NOT IN ('signed', 'dropped');

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  place INTEGER NOT NULL,
  kind TEXT,
  title TEXT NOT NULL,
  presenter TEXT,
  duration INTEGER,
  -- the minutes: a paragraph a line; a line in braces stands for a record
  text TEXT
) STRICT;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id, place);

-- the roll of a meeting, one row for each who may vote, by the name of that day; state: absent, present, excused, left
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  member_id INTEGER NOT NULL REFERENCES member,
  -- the order on the roll: of names, and of signing where it is a founding
  rank INTEGER NOT NULL,
  number INTEGER,
  name TEXT NOT NULL,
  sex TEXT,
  state TEXT NOT NULL DEFAULT 'absent',
  arrived_at TEXT,
  left_at TEXT,
  -- who votes for this member: a row of the same meeting; 'beyond' when that was more than the rule of the day allows
  holder_id INTEGER REFERENCES attendance,
  proxy TEXT,
  -- why the member stands on the roll though not on it when it was opened
  added TEXT,
  fine_minor INTEGER,
  fine_currency TEXT
) STRICT;
CREATE INDEX attendance_by_meeting ON attendance (meeting_id, rank);
CREATE INDEX attendance_by_member ON attendance (member_id);
CREATE INDEX attendance_by_holder ON attendance (holder_id) WHERE holder_id IS NOT NULL;

CREATE TABLE guest (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  name TEXT NOT NULL,
  sex TEXT,
  quality TEXT,
  organisation TEXT
) STRICT;
CREATE INDEX guest_by_meeting ON guest (meeting_id);

CREATE TABLE motion (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  item_id INTEGER NOT NULL REFERENCES agenda_item,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  -- what was put to the vote, where adopted amendments had made another text of it
  put TEXT,
  mover TEXT,
  seconder TEXT,
  -- the motion of the same meeting that this one would change
  amends INTEGER,
  method TEXT,
  in_favour INTEGER,
  against INTEGER,
  abstained INTEGER,
  blank INTEGER,
  withdrawn TEXT,
  -- what the vote was measured against, kept with it
  taken_at TEXT,
  eligible INTEGER,
  present INTEGER,
  represented INTEGER,
  conflicted INTEGER,
  quorum TEXT,
  quorum_reference TEXT,
  quorum_certainty TEXT,
  majority TEXT,
  reference TEXT,
  certainty TEXT,
  outcome TEXT
) STRICT;
CREATE INDEX motion_by_meeting ON motion (meeting_id, number);
CREATE INDEX motion_by_item ON motion (item_id);

-- who may not vote on a motion
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  motion_id INTEGER NOT NULL REFERENCES motion,
  member_id INTEGER NOT NULL REFERENCES member,
  name TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX conflict_by_motion ON conflict (motion_id);
CREATE INDEX conflict_by_meeting ON conflict (meeting_id);
CREATE INDEX conflict_by_member ON conflict (member_id);

-- what somebody is to do; state: open, done, dropped
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  item_id INTEGER REFERENCES agenda_item,
  what TEXT NOT NULL,
  who TEXT,
  due_on TEXT,
  state TEXT NOT NULL DEFAULT 'open',
  done_on TEXT,
  result TEXT
) STRICT;
CREATE INDEX action_by_meeting ON action (meeting_id);
CREATE INDEX action_by_item ON action (item_id);
CREATE INDEX action_open ON action (due_on) WHERE state = 'open';

-- each time minutes were frozen to be signed, with the act that did it, whose words stand on the paper
CREATE TABLE minutes_version (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  version INTEGER NOT NULL,
  frozen_on TEXT NOT NULL,
  act_id INTEGER NOT NULL,
  digest TEXT NOT NULL,
  taken_back_on TEXT,
  reason TEXT
) STRICT;
CREATE INDEX minutes_version_by_meeting ON minutes_version (meeting_id);

-- what was found wrong in signed minutes: the minutes stay, this stands beside them
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  noted_on TEXT NOT NULL,
  text TEXT NOT NULL,
  decision TEXT,
  -- the meeting that corrected it, and shows it too
  by_meeting_id INTEGER REFERENCES meeting
) STRICT;
CREATE INDEX correction_by_meeting ON correction (meeting_id);
CREATE INDEX correction_by_by_meeting ON correction (by_meeting_id) WHERE by_meeting_id IS NOT NULL;

-- words of minutes and motions; the rowid is twice the id of the item, or of the motion and one more
CREATE VIRTUAL TABLE meeting_word USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
