CREATE TRIGGER official_response_versions_append_only BEFORE UPDATE OR DELETE ON official_response_versions FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER official_responses_no_delete BEFORE DELETE ON official_responses FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION append_only();
