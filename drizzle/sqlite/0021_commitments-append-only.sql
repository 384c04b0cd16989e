CREATE TRIGGER commitment_acts_no_update BEFORE UPDATE ON commitment_acts BEGIN
  SELECT RAISE(ABORT, 'commitment_acts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commitment_acts_no_delete BEFORE DELETE ON commitment_acts BEGIN
  SELECT RAISE(ABORT, 'commitment_acts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER milestone_acts_no_update BEFORE UPDATE ON milestone_acts BEGIN
  SELECT RAISE(ABORT, 'milestone_acts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER milestone_acts_no_delete BEFORE DELETE ON milestone_acts BEGIN
  SELECT RAISE(ABORT, 'milestone_acts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commitments_no_delete BEFORE DELETE ON commitments BEGIN
  SELECT RAISE(ABORT, 'commitments are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER commitments_first_date BEFORE UPDATE OF first_due_day, first_precision ON commitments
  WHEN OLD.first_due_day IS NOT NULL AND (NEW.first_due_day IS NOT OLD.first_due_day OR NEW.first_precision IS NOT OLD.first_precision) BEGIN
  SELECT RAISE(ABORT, 'the first date of a commitment stays');
END;
