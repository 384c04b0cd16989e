CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`channel` text NOT NULL,
	`email` text,
	`most` integer NOT NULL,
	`token_version` integer NOT NULL,
	`state` text NOT NULL,
	`registration_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_event_ix` ON `invitations` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `event_series` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`unit` text NOT NULL,
	`every` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`host_id` text,
	`host_name` text,
	`room` text,
	`table_number` integer,
	`access_notes` text,
	`starts_clock` text,
	`ends_clock` text,
	`capacity` integer,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`confirmed_places` integer NOT NULL,
	`waiting_count` integer NOT NULL,
	`next_in_queue` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_sessions_counts_ck" CHECK("event_sessions"."confirmed_places" >= 0 and "event_sessions"."waiting_count" >= 0)
);
--> statement-breakpoint
CREATE INDEX `event_sessions_event_ix` ON `event_sessions` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `session_places` (
	`registration_id` text NOT NULL,
	`session_id` text NOT NULL,
	`state` text NOT NULL,
	`places` integer NOT NULL,
	`queue_number` integer NOT NULL,
	PRIMARY KEY(`registration_id`, `session_id`),
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `event_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_places_queue_ix` ON `session_places` (`session_id`,`state`,`queue_number`);--> statement-breakpoint
ALTER TABLE `events` ADD `online_capacity` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `adjust_by` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `reminders` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `series_id` text REFERENCES event_series(id);--> statement-breakpoint
ALTER TABLE `events` ADD `online_confirmed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `online_held` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `online_kept` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `asked_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `bookable_sessions` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `events_series_ix` ON `events` (`series_id`,`starts_at`);--> statement-breakpoint
ALTER TABLE `registrations` ADD `attending` text DEFAULT 'room' NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `approval` text DEFAULT 'not_needed' NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `approval_reason` text;--> statement-breakpoint
ALTER TABLE `registrations` ADD `wants_payment` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `advised_at` integer;