ALTER TABLE "search_entries" ADD COLUMN "found_by" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', "heading"), 'A') || setweight(to_tsvector('simple', "words"), 'B')) STORED;
--> statement-breakpoint
CREATE INDEX "search_entries_found_by_ix" ON "search_entries" USING gin ("found_by");
--> statement-breakpoint
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER allocation_notes_append_only BEFORE UPDATE ON allocation_notes FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER communication_needs_append_only BEFORE UPDATE ON communication_needs FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER consents_append_only BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION append_only();
