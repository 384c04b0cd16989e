CREATE TRIGGER commitment_acts_append_only BEFORE UPDATE OR DELETE ON commitment_acts FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER milestone_acts_append_only BEFORE UPDATE OR DELETE ON milestone_acts FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER commitments_no_delete BEFORE DELETE ON commitments FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE FUNCTION commitments_first_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the first date of a commitment stays';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER commitments_first_date BEFORE UPDATE OF first_due_day, first_precision ON commitments FOR EACH ROW
  WHEN (OLD.first_due_day IS NOT NULL AND (NEW.first_due_day IS DISTINCT FROM OLD.first_due_day OR NEW.first_precision IS DISTINCT FROM OLD.first_precision)) EXECUTE FUNCTION commitments_first_date();
