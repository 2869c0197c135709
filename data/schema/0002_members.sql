-- Members whole: every field of the paper form, what belongs to a member (cards, next of kin, consents, places of work,
-- procedures, notes, files), households, sites and teams; who may be the same person; words found by any three letters.

ALTER TABLE site ADD COLUMN province TEXT;
ALTER TABLE site ADD COLUMN territory TEXT;
ALTER TABLE site ADD COLUMN village TEXT;
ALTER TABLE site ADD COLUMN zone TEXT;
ALTER TABLE site ADD COLUMN substances TEXT;
-- degrees as they were read off, with a point: no REAL in a table that is logged
ALTER TABLE site ADD COLUMN latitude TEXT;
ALTER TABLE site ADD COLUMN longitude TEXT;
ALTER TABLE site ADD COLUMN closed_on TEXT;
ALTER TABLE site ADD COLUMN note TEXT;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  site_id INTEGER REFERENCES site,
  leader_number INTEGER,
  closed_on TEXT,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX team_by_name ON team (name_key, ifnull(site_id, 0));

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  village TEXT,
  head_number INTEGER,
  note TEXT,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX household_by_name ON household (name_key);

-- identity and origin
ALTER TABLE member ADD COLUMN birth_place TEXT;
ALTER TABLE member ADD COLUMN nationality TEXT;
ALTER TABLE member ADD COLUMN province TEXT;
ALTER TABLE member ADD COLUMN territory TEXT;
ALTER TABLE member ADD COLUMN sector TEXT;
ALTER TABLE member ADD COLUMN groupement TEXT;
ALTER TABLE member ADD COLUMN address TEXT;
ALTER TABLE member ADD COLUMN phone_2 TEXT;
ALTER TABLE member ADD COLUMN wallet TEXT;
ALTER TABLE member ADD COLUMN wallet_name TEXT;
ALTER TABLE member ADD COLUMN id_issued_on TEXT;
ALTER TABLE member ADD COLUMN mark TEXT;
-- work
ALTER TABLE member ADD COLUMN team_id INTEGER REFERENCES team;
ALTER TABLE member ADD COLUMN licence_holder TEXT;
ALTER TABLE member ADD COLUMN mining_since INTEGER;
ALTER TABLE member ADD COLUMN work_time TEXT;
ALTER TABLE member ADD COLUMN substances TEXT;
ALTER TABLE member ADD COLUMN tools TEXT;
ALTER TABLE member ADD COLUMN financed_by TEXT;
-- household; asked only of those who consent
ALTER TABLE member ADD COLUMN household_id INTEGER REFERENCES household;
ALTER TABLE member ADD COLUMN marital_status TEXT;
ALTER TABLE member ADD COLUMN dependants INTEGER;
ALTER TABLE member ADD COLUMN children_in_school INTEGER;
ALTER TABLE member ADD COLUMN literacy TEXT;
ALTER TABLE member ADD COLUMN languages TEXT;
ALTER TABLE member ADD COLUMN other_income TEXT;
ALTER TABLE member ADD COLUMN season_income_minor INTEGER;
ALTER TABLE member ADD COLUMN season_income_currency TEXT;
-- membership
ALTER TABLE member ADD COLUMN applied_on TEXT;
ALTER TABLE member ADD COLUMN admitted_by TEXT;
ALTER TABLE member ADD COLUMN validated_on TEXT;
ALTER TABLE member ADD COLUMN validated_by TEXT;
ALTER TABLE member ADD COLUMN shares INTEGER;
ALTER TABLE member ADD COLUMN shares_paid INTEGER;
-- where what is written here comes from
ALTER TABLE member ADD COLUMN form_number TEXT;
ALTER TABLE member ADD COLUMN form_on TEXT;
ALTER TABLE member ADD COLUMN enumerator TEXT;
ALTER TABLE member ADD COLUMN verified_by TEXT;
ALTER TABLE member ADD COLUMN verified_on TEXT;
ALTER TABLE member ADD COLUMN reregistered_on TEXT;
-- follows from the miner cards: until when the last one runs
ALTER TABLE member ADD COLUMN card_until_key TEXT;

-- who is of a sex and a status, and counts by them
CREATE INDEX member_by_kind ON member (sex, status);
CREATE INDEX member_by_team ON member (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX member_by_household ON member (household_id) WHERE household_id IS NOT NULL;
-- no form is entered twice
CREATE UNIQUE INDEX member_by_form_number ON member (form_number COLLATE NOCASE) WHERE form_number IS NOT NULL;
CREATE INDEX member_by_card_until ON member (card_until_key);
-- what Home counts
CREATE INDEX member_card_ends ON member (card_until_key)
  WHERE status IN ('active', 'suspended') AND card_until_key IS NOT NULL;
-- admitted, and not yet validated by the assembly (AUSCOOP art. 10)
CREATE INDEX member_to_validate ON member (joined_on) WHERE validated_on IS NULL AND status = 'active';
CREATE INDEX member_applying ON member (applied_on) WHERE status = 'applicant';

-- papers the State gives: miner cards, one row a year, and other permits
CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  kind TEXT NOT NULL,
  number TEXT,
  office TEXT,
  issued_on TEXT,
  expires_on TEXT,
  zone TEXT,
  substances TEXT,
  fee_minor INTEGER,
  fee_currency TEXT,
  receipt TEXT,
  note TEXT
) STRICT;
CREATE INDEX card_by_member ON card (member_id);

CREATE TABLE kin (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  name TEXT NOT NULL,
  relation TEXT NOT NULL,
  number INTEGER,
  sex TEXT,
  phone TEXT,
  address TEXT,
  heir_percent INTEGER,
  note TEXT
) STRICT;
CREATE INDEX kin_by_member ON kin (member_id);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  purpose TEXT NOT NULL,
  given_on TEXT NOT NULL,
  mark TEXT,
  withdrawn_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX consent_by_member ON consent (member_id);

-- where a member worked, and since when; the row without an end is the present one
CREATE TABLE placement (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  site_id INTEGER REFERENCES site,
  team_id INTEGER REFERENCES team,
  from_on TEXT,
  until_on TEXT
) STRICT;
CREATE INDEX placement_by_member ON placement (member_id);
CREATE INDEX placement_by_site ON placement (site_id);
CREATE INDEX placement_by_team ON placement (team_id);

-- a withdrawal, an exclusion or a death, and its steps as the rules of the form list them
CREATE TABLE procedure (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  member_id INTEGER NOT NULL REFERENCES member,
  kind TEXT NOT NULL,
  ground TEXT,
  opened_on TEXT NOT NULL,
  effective_on TEXT,
  closed_on TEXT,
  outcome TEXT,
  note TEXT
) STRICT;
CREATE INDEX procedure_by_member ON procedure (member_id);
CREATE INDEX procedure_open ON procedure (opened_on) WHERE closed_on IS NULL;

CREATE TABLE procedure_step (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  procedure_id INTEGER NOT NULL REFERENCES procedure,
  member_id INTEGER NOT NULL REFERENCES member,
  step TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  done_by TEXT,
  reference TEXT,
  note TEXT
) STRICT;
CREATE INDEX procedure_step_by_procedure ON procedure_step (procedure_id);
CREATE INDEX procedure_step_due ON procedure_step (due_on) WHERE done_on IS NULL;

-- beside any record: what was said of it, and where its papers lie
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  owner_tbl TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  noted_on TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_owner ON note (owner_id, owner_tbl);

CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  owner_tbl TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_on TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX file_by_owner ON file (owner_id, owner_tbl);

-- a second record of one person that became part of this one: its numbers are still found
CREATE TABLE member_merge (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member,
  merged_id INTEGER NOT NULL,
  number INTEGER,
  former_number TEXT,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX member_merge_by_member ON member_merge (member_id);
CREATE INDEX member_merge_by_number ON member_merge (number) WHERE number IS NOT NULL;
CREATE INDEX member_merge_by_former_number ON member_merge (former_number COLLATE NOCASE) WHERE former_number IS NOT NULL;

-- two records that look alike and are two people: somebody has looked
CREATE TABLE distinct_pair (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member,
  other_id INTEGER NOT NULL REFERENCES member,
  reason TEXT
) STRICT;
CREATE INDEX distinct_pair_by_member ON distinct_pair (member_id);
CREATE INDEX distinct_pair_by_other ON distinct_pair (other_id);

-- under what records meet that may be the same person; the year of birth narrows a crowd, 0 is unknown
CREATE TABLE member_like (
  key TEXT NOT NULL,
  year INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  PRIMARY KEY (key, year, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_like_by_member ON member_like (member_id);

-- members by place, status and sex; 0 is none
CREATE TABLE place_total (
  site_id INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  sex TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (site_id, team_id, status, sex)
) STRICT, WITHOUT ROWID;
INSERT INTO place_total
  SELECT ifnull(site_id, 0), ifnull(team_id, 0), status, ifnull(sex, ''), count(*) FROM member GROUP BY 1, 2, 3, 4;

-- any three letters of what a member is looked for by
CREATE VIRTUAL TABLE member_word USING fts5 (
  search_key, content = 'member', content_rowid = 'id', tokenize = 'trigram', columnsize = 0
);
INSERT INTO member_word (member_word) VALUES ('rebuild');

-- data
INSERT INTO sequence SELECT 'placement', copy_no << 40 FROM book;
INSERT INTO placement (id, member_id, site_id, from_on)
  SELECT (SELECT last FROM sequence WHERE tbl = 'placement') + row_number() OVER (ORDER BY id), id, site_id, joined_on
  FROM member WHERE site_id IS NOT NULL ORDER BY id;
UPDATE sequence SET last = last + (SELECT count(*) FROM placement) WHERE tbl = 'placement';
