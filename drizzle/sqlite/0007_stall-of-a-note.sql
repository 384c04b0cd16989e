ALTER TABLE `event_notes` ADD `session_id` text REFERENCES event_sessions(id);--> statement-breakpoint
CREATE INDEX `event_notes_session_ix` ON `event_notes` (`session_id`);