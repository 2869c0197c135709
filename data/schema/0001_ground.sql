-- The ground all areas stand on: the log of acts and their changes, users, and the register of members.
-- The class of each table (audited, derived, local, secret, ground) stands in src/store/audit.rs; the triggers that log
-- every change are generated from there. A blank is NULL, never ''. Columns ending in _key are derived from the others.

-- one row: which book this is
CREATE TABLE book (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  book_id TEXT NOT NULL,
  copy_no INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- the last id given out in each table; ids are never used again, not even after an undo
CREATE TABLE sequence (tbl TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- what somebody did; while the hash is missing, the act is open
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER,
  user TEXT NOT NULL,
  system_user TEXT NOT NULL,
  session TEXT NOT NULL,
  command TEXT NOT NULL,
  args TEXT NOT NULL,
  undoes INTEGER,
  version INTEGER NOT NULL,
  changes INTEGER NOT NULL DEFAULT 0,
  hash BLOB
) STRICT;
CREATE INDEX act_open ON act (hash) WHERE hash IS NULL;
CREATE INDEX act_by_undoes ON act (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX act_by_user ON act (user_id);

-- what an act did to one row; the digest stands only where image and salt were blanked
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  act_id INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  root_tbl TEXT NOT NULL,
  root_id INTEGER NOT NULL,
  op TEXT NOT NULL,
  image TEXT,
  salt BLOB DEFAULT (randomblob(16)),
  digest BLOB
) STRICT;
CREATE INDEX change_by_act ON change (act_id);
CREATE INDEX change_by_root ON change (root_id, root_tbl);

CREATE TABLE coop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  legal_form TEXT NOT NULL,
  currency TEXT NOT NULL,
  also TEXT
) STRICT;

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  system_user TEXT,
  removed_on TEXT
) STRICT;
CREATE UNIQUE INDEX user_by_name ON user (name COLLATE NOCASE) WHERE removed_on IS NULL;

CREATE TABLE user_pin (user_id INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  name_key TEXT
) STRICT;
CREATE UNIQUE INDEX site_by_name ON site (name_key);

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  number INTEGER,
  former_number TEXT,
  surname TEXT NOT NULL,
  post_name TEXT,
  given_name TEXT,
  known_as TEXT,
  sex TEXT,
  birth TEXT,
  phone TEXT,
  village TEXT,
  site_id INTEGER REFERENCES site,
  role TEXT,
  status TEXT NOT NULL,
  status_on TEXT,
  joined_on TEXT,
  id_type TEXT,
  id_number TEXT,
  id_place TEXT,
  id_expires_on TEXT,
  note TEXT,
  search_key TEXT,
  words_key TEXT,
  village_key TEXT,
  id_key TEXT
) STRICT;
-- the order of lists, and all that words are looked for in: the key begins with the name
CREATE INDEX member_by_name ON member (search_key);
CREATE UNIQUE INDEX member_by_number ON member (number);
CREATE INDEX member_by_joined ON member (joined_on);
CREATE INDEX member_by_village ON member (village_key);
CREATE INDEX member_by_site ON member (site_id) WHERE site_id IS NOT NULL;
-- who may be the same person
CREATE INDEX member_by_words ON member (words_key);
CREATE INDEX member_by_former_number ON member (former_number COLLATE NOCASE) WHERE former_number IS NOT NULL;
CREATE INDEX member_by_phone ON member (phone) WHERE phone IS NOT NULL;
CREATE INDEX member_by_id_number ON member (id_key) WHERE id_key IS NOT NULL;

-- the dated history of the status
CREATE TABLE member_status (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member,
  status TEXT NOT NULL,
  status_on TEXT NOT NULL,
  reason TEXT,
  decision TEXT
) STRICT;
CREATE INDEX member_status_by_member ON member_status (member_id);

-- numbers that no record bears: of undone admissions, or reserved because they stand on paper
CREATE TABLE number_void (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  reason TEXT NOT NULL,
  member_id INTEGER
) STRICT;
CREATE INDEX number_void_by_series ON number_void (series, last);

CREATE TABLE member_total (
  status TEXT NOT NULL,
  sex TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (status, sex)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  session TEXT NOT NULL,
  user_id INTEGER,
  form TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  base_rev INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (session, form, record_id)
) STRICT;

CREATE TABLE preference (
  user_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;
