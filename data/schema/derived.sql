-- Triggers that keep the derived tables, of every connection that writes; no book holds them.
CREATE TEMP TRIGGER member_total_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_total VALUES (NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TEMP TRIGGER member_total_update AFTER UPDATE OF status, sex ON member WHEN (OLD.status, OLD.sex) IS NOT (NEW.status, NEW.sex) BEGIN
  UPDATE member_total SET n = n - 1 WHERE status = OLD.status AND sex = ifnull(OLD.sex, '');
  INSERT INTO member_total VALUES (NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TEMP TRIGGER member_total_delete AFTER DELETE ON member BEGIN
  UPDATE member_total SET n = n - 1 WHERE status = OLD.status AND sex = ifnull(OLD.sex, '');
END;
CREATE TEMP TRIGGER place_total_insert AFTER INSERT ON member BEGIN
  INSERT INTO place_total VALUES (ifnull(NEW.site_id, 0), ifnull(NEW.team_id, 0), NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TEMP TRIGGER place_total_update AFTER UPDATE OF status, sex, site_id, team_id ON member WHEN (OLD.status, OLD.sex, OLD.site_id, OLD.team_id) IS NOT (NEW.status, NEW.sex, NEW.site_id, NEW.team_id) BEGIN
  UPDATE place_total SET n = n - 1 WHERE site_id = ifnull(OLD.site_id, 0) AND team_id = ifnull(OLD.team_id, 0) AND status = OLD.status AND sex = ifnull(OLD.sex, '');
  INSERT INTO place_total VALUES (ifnull(NEW.site_id, 0), ifnull(NEW.team_id, 0), NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TEMP TRIGGER place_total_delete AFTER DELETE ON member BEGIN
  UPDATE place_total SET n = n - 1 WHERE site_id = ifnull(OLD.site_id, 0) AND team_id = ifnull(OLD.team_id, 0) AND status = OLD.status AND sex = ifnull(OLD.sex, '');
END;
CREATE TEMP TRIGGER member_word_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_word (rowid, search_key) VALUES (NEW.id, NEW.search_key);
END;
CREATE TEMP TRIGGER member_word_update AFTER UPDATE OF search_key ON member WHEN OLD.search_key IS NOT NEW.search_key BEGIN
  INSERT INTO member_word (member_word, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);
  INSERT INTO member_word (rowid, search_key) VALUES (NEW.id, NEW.search_key);
END;
CREATE TEMP TRIGGER member_word_delete AFTER DELETE ON member BEGIN
  INSERT INTO member_word (member_word, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);
END;
CREATE TEMP TRIGGER agenda_item_word_insert AFTER INSERT ON agenda_item BEGIN
  INSERT INTO meeting_word (rowid, text) VALUES (NEW.id * 2, concat_ws(char(10), NEW.title, NEW.text));
END;
CREATE TEMP TRIGGER agenda_item_word_update AFTER UPDATE OF title, text ON agenda_item WHEN (OLD.title, OLD.text) IS NOT (NEW.title, NEW.text) BEGIN
  DELETE FROM meeting_word WHERE rowid = OLD.id * 2;
  INSERT INTO meeting_word (rowid, text) VALUES (NEW.id * 2, concat_ws(char(10), NEW.title, NEW.text));
END;
CREATE TEMP TRIGGER agenda_item_word_delete AFTER DELETE ON agenda_item BEGIN
  DELETE FROM meeting_word WHERE rowid = OLD.id * 2;
END;
CREATE TEMP TRIGGER motion_word_insert AFTER INSERT ON motion BEGIN
  INSERT INTO meeting_word (rowid, text) VALUES (NEW.id * 2 + 1, NEW.text);
END;
CREATE TEMP TRIGGER motion_word_update AFTER UPDATE OF text ON motion WHEN OLD.text IS NOT NEW.text BEGIN
  DELETE FROM meeting_word WHERE rowid = OLD.id * 2 + 1;
  INSERT INTO meeting_word (rowid, text) VALUES (NEW.id * 2 + 1, NEW.text);
END;
CREATE TEMP TRIGGER motion_word_delete AFTER DELETE ON motion BEGIN
  DELETE FROM meeting_word WHERE rowid = OLD.id * 2 + 1;
END;
CREATE TEMP TRIGGER posting_total_insert AFTER INSERT ON posting BEGIN
  INSERT INTO account_total VALUES (NEW.account_id, substr(NEW.booked_on, 1, 7), NEW.currency, ifnull(NEW.fund_id, 0), max(NEW.minor, 0), max(-NEW.minor, 0))
    ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
  INSERT INTO member_account SELECT NEW.member_id, NEW.account_id, NEW.currency, NEW.minor WHERE NEW.member_id IS NOT NULL
    ON CONFLICT DO UPDATE SET minor = minor + excluded.minor;
  INSERT INTO contribution_total SELECT substr(NEW.booked_on, 1, 7), NEW.currency, -NEW.minor FROM account a
    JOIN journal_entry e ON e.id = NEW.entry_id LEFT JOIN journal_entry b ON b.id = e.reverses
    WHERE a.id = NEW.account_id AND a.kind = 'member' AND ifnull(b.kind, e.kind) = 'payment'
    ON CONFLICT DO UPDATE SET minor = minor + excluded.minor;
  UPDATE due SET open_minor = open_minor + NEW.minor WHERE id = NEW.due_id;
END;
CREATE TEMP TRIGGER posting_total_member AFTER UPDATE OF member_id ON posting WHEN OLD.member_id IS NOT NEW.member_id BEGIN
  UPDATE member_account SET minor = minor - OLD.minor WHERE member_id = OLD.member_id AND account_id = OLD.account_id AND currency = OLD.currency;
  INSERT INTO member_account SELECT NEW.member_id, NEW.account_id, NEW.currency, NEW.minor WHERE NEW.member_id IS NOT NULL
    ON CONFLICT DO UPDATE SET minor = minor + excluded.minor;
END;
