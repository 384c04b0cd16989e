CREATE VIRTUAL TABLE search_words USING fts5(heading, words, content='search_entries', content_rowid='key', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_words(rowid, heading, words) VALUES (new.key, new.heading, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_taken AFTER DELETE ON search_entries BEGIN
  INSERT INTO search_words(search_words, rowid, heading, words) VALUES ('delete', old.key, old.heading, old.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_changed AFTER UPDATE OF heading, words ON search_entries BEGIN
  INSERT INTO search_words(search_words, rowid, heading, words) VALUES ('delete', old.key, old.heading, old.words);
  INSERT INTO search_words(rowid, heading, words) VALUES (new.key, new.heading, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals BEGIN
  SELECT RAISE(ABORT, 'audit_seals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals BEGIN
  SELECT RAISE(ABORT, 'audit_seals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocation_notes_no_update BEFORE UPDATE ON allocation_notes BEGIN
  SELECT RAISE(ABORT, 'allocation_notes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER communication_needs_no_update BEFORE UPDATE ON communication_needs BEGIN
  SELECT RAISE(ABORT, 'communication_needs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER consents_no_update BEFORE UPDATE ON consents BEGIN
  SELECT RAISE(ABORT, 'consents is append-only');
END;
