CREATE TRIGGER survey_versions_append_only BEFORE UPDATE OR DELETE ON survey_versions FOR EACH ROW EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER figure_editions_append_only BEFORE UPDATE OR DELETE ON figure_editions FOR EACH ROW EXECUTE FUNCTION append_only();
