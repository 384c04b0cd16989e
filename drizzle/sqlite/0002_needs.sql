CREATE TABLE `event_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`format` text NOT NULL,
	`columns` text NOT NULL,
	`bookings` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_exports_event_ix` ON `event_exports` (`event_id`,`id`);--> statement-breakpoint
CREATE TABLE `need_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`by_id` text,
	`to_id` text,
	`words` text,
	FOREIGN KEY (`task_id`) REFERENCES `need_tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `need_notes_task_ix` ON `need_notes` (`task_id`,`id`);--> statement-breakpoint
CREATE TABLE `need_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`need` text NOT NULL,
	`state` text NOT NULL,
	`owner_id` text,
	`due_at` integer NOT NULL,
	`arranged` text,
	`reason` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_tasks_need_uq` ON `need_tasks` (`registration_id`,`need`);--> statement-breakpoint
CREATE INDEX `need_tasks_event_ix` ON `need_tasks` (`event_id`,`state`);--> statement-breakpoint
CREATE INDEX `need_tasks_work_ix` ON `need_tasks` (`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_tasks_owner_ix` ON `need_tasks` (`owner_id`,`state`);--> statement-breakpoint
CREATE TABLE `retention_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by` text,
	`placed_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `retention_holds_event_ix` ON `retention_holds` (`event_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`started_by` text,
	`bookings` integer NOT NULL,
	`people` integer NOT NULL,
	`messages` integer NOT NULL,
	`held` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `retention_runs_at_ix` ON `retention_runs` (`at`);--> statement-breakpoint
CREATE TABLE `need_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `need_reviews_participant_ix` ON `need_reviews` (`participant_id`,`id`);--> statement-breakpoint
CREATE INDEX `need_reviews_state_ix` ON `need_reviews` (`state`,`due_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `formats` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `language` text;--> statement-breakpoint
CREATE INDEX `registrations_event_ix` ON `registrations` (`event_id`,`queue_number`);