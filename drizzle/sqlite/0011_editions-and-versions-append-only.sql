CREATE TRIGGER survey_versions_no_update BEFORE UPDATE ON survey_versions BEGIN
  SELECT RAISE(ABORT, 'survey_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER survey_versions_no_delete BEFORE DELETE ON survey_versions BEGIN
  SELECT RAISE(ABORT, 'survey_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER figure_editions_no_update BEFORE UPDATE ON figure_editions BEGIN
  SELECT RAISE(ABORT, 'figure_editions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER figure_editions_no_delete BEFORE DELETE ON figure_editions BEGIN
  SELECT RAISE(ABORT, 'figure_editions is append-only');
END;
