CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`basis` text NOT NULL,
	`state` text NOT NULL,
	`pence` integer,
	`words` text,
	`advised_at` integer,
	`claimed_at` integer,
	`approved_at` integer,
	`approved_by` text,
	`paid_at` integer,
	`paid_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_pence_ck" CHECK("claims"."pence" is null or "claims"."pence" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_registration_uq` ON `claims` (`registration_id`,`basis`);--> statement-breakpoint
CREATE INDEX `claims_event_ix` ON `claims` (`event_id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_state_ix` ON `claims` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `payment_offers` (
	`event_id` text NOT NULL,
	`basis` text NOT NULL,
	`most_pence` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`event_id`, `basis`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_offers_most_ck" CHECK("payment_offers"."most_pence" >= 1)
);
--> statement-breakpoint
CREATE TABLE `feedback_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`came` integer NOT NULL,
	`rating` integer,
	`had_say` integer,
	`felt_heard` text,
	`access_ok` text,
	`would_return` text,
	`good` text,
	`better` text,
	`may_print` integer NOT NULL,
	`flags` text NOT NULL,
	`channel` text NOT NULL,
	`given_day` text NOT NULL,
	`submission` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "feedback_forms_rating_ck" CHECK("feedback_forms"."rating" is null or "feedback_forms"."rating" between 1 and 5),
	CONSTRAINT "feedback_forms_say_ck" CHECK("feedback_forms"."had_say" is null or "feedback_forms"."had_say" between 1 and 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_forms_submission_uq` ON `feedback_forms` (`submission`);--> statement-breakpoint
CREATE INDEX `feedback_forms_event_ix` ON `feedback_forms` (`event_id`,`id`);--> statement-breakpoint
CREATE INDEX `feedback_forms_day_ix` ON `feedback_forms` (`given_day`);--> statement-breakpoint
CREATE TABLE `heard_pages` (
	`event_id` text PRIMARY KEY NOT NULL,
	`summary` text NOT NULL,
	`quotes` text NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `heard_versions` (
	`event_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`feedback_forms` integer,
	`changes` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `version`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `heard_versions_published_ix` ON `heard_versions` (`published_at`);--> statement-breakpoint
CREATE TABLE `event_after` (
	`event_id` text PRIMARY KEY NOT NULL,
	`open_until` integer,
	`asked_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`place` text NOT NULL,
	`question` text NOT NULL,
	`text` text NOT NULL,
	`public_text` text,
	`agreeing` integer NOT NULL,
	`channel` text NOT NULL,
	`may_print` integer NOT NULL,
	`state` text NOT NULL,
	`flags` text NOT NULL,
	`set_aside_for` text,
	`next_step_id` text,
	`submission` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`next_step_id`) REFERENCES `next_steps`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_notes_agreeing_ck" CHECK("event_notes"."agreeing" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_notes_submission_uq` ON `event_notes` (`submission`);--> statement-breakpoint
CREATE INDEX `event_notes_event_ix` ON `event_notes` (`event_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `event_notes_step_ix` ON `event_notes` (`next_step_id`);--> statement-breakpoint
CREATE INDEX `event_notes_created_ix` ON `event_notes` (`created_at`);--> statement-breakpoint
CREATE TABLE `next_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`owner_role` text,
	`due_day` text,
	`outcome` text,
	`done_day` text,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `next_steps_event_ix` ON `next_steps` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `note_themes` (
	`note_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`note_id`, `theme_id`),
	FOREIGN KEY (`note_id`) REFERENCES `event_notes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_themes_theme_ix` ON `note_themes` (`theme_id`);--> statement-breakpoint
ALTER TABLE `registrations` ADD `gave_feedback` integer DEFAULT false NOT NULL;