-- Triggers that keep the derived tables; created again with the generated ones at every migration.
CREATE TRIGGER member_total_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_total VALUES (NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER member_total_update AFTER UPDATE OF status, sex ON member WHEN (OLD.status, OLD.sex) IS NOT (NEW.status, NEW.sex) BEGIN
  UPDATE member_total SET n = n - 1 WHERE status = OLD.status AND sex = ifnull(OLD.sex, '');
  INSERT INTO member_total VALUES (NEW.status, ifnull(NEW.sex, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER member_total_delete AFTER DELETE ON member BEGIN
  UPDATE member_total SET n = n - 1 WHERE status = OLD.status AND sex = ifnull(OLD.sex, '');
END;
