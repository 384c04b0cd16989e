CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`came` text NOT NULL,
	`registration_id` text,
	`participant_id` text,
	`neighbourhood_id` text,
	`people` integer NOT NULL,
	`unknown_code` text,
	`arrived_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`skew_seconds` integer NOT NULL,
	`device` text NOT NULL,
	`recorded_by` text,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendances_people_ck" CHECK("attendances"."people" >= 1)
);
--> statement-breakpoint
CREATE INDEX `attendances_event_ix` ON `attendances` (`event_id`,`came`,`arrived_at`);--> statement-breakpoint
CREATE INDEX `attendances_newest_ix` ON `attendances` (`event_id`,`received_at`,`arrived_at`,`id`);--> statement-breakpoint
CREATE INDEX `attendances_registration_ix` ON `attendances` (`registration_id`);--> statement-breakpoint
CREATE INDEX `attendances_participant_ix` ON `attendances` (`participant_id`);--> statement-breakpoint
CREATE TABLE `list_closings` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text,
	`reopened_at` integer,
	`reopened_by` text,
	`reason` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `list_closings_event_ix` ON `list_closings` (`event_id`,`reopened_at`);