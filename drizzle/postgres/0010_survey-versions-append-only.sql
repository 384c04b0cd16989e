CREATE TRIGGER survey_versions_append_only BEFORE UPDATE OR DELETE ON survey_versions FOR EACH ROW EXECUTE FUNCTION append_only();
