CREATE TRIGGER official_response_versions_no_update BEFORE UPDATE ON official_response_versions BEGIN
  SELECT RAISE(ABORT, 'official_response_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER official_response_versions_no_delete BEFORE DELETE ON official_response_versions BEGIN
  SELECT RAISE(ABORT, 'official_response_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER official_responses_no_delete BEFORE DELETE ON official_responses
  WHEN OLD.published_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'published answers are never deleted');
END;
