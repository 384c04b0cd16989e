CREATE TABLE `commitment_acts` (
	`commitment_id` text NOT NULL,
	`position` integer NOT NULL,
	`act` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`words` text,
	`link` text,
	`due_day` text,
	`precision` text,
	`office_id` text,
	`condition_state` text,
	`before` text,
	PRIMARY KEY(`commitment_id`, `position`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `commitment_offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commitment_offices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`email` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitment_offices_role_uq` ON `commitment_offices` (`organisation_id`,`role`);--> statement-breakpoint
CREATE TABLE `commitment_reminders` (
	`commitment_id` text NOT NULL,
	`due_day` text NOT NULL,
	`moment` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	PRIMARY KEY(`commitment_id`, `due_day`, `moment`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_reminders_open_ix` ON `commitment_reminders` (`done_at`,`channel`);--> statement-breakpoint
CREATE TABLE `commitment_themes` (
	`commitment_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`commitment_id`, `theme_id`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_themes_theme_ix` ON `commitment_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`said` text NOT NULL,
	`source` text NOT NULL,
	`source_words` text,
	`source_link` text,
	`office_id` text,
	`made_day` text NOT NULL,
	`first_due_day` text,
	`first_precision` text,
	`due_day` text,
	`precision` text,
	`redated` integer DEFAULT 0 NOT NULL,
	`condition` text,
	`condition_state` text,
	`done_day` text,
	`withdrawn_day` text,
	`neighbourhood_id` text,
	`acts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `commitment_offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitments_due_ck" CHECK(("commitments"."due_day" is null) = ("commitments"."precision" is null)),
	CONSTRAINT "commitments_first_ck" CHECK(("commitments"."due_day" is null) = ("commitments"."first_due_day" is null)),
	CONSTRAINT "commitments_undated_ck" CHECK("commitments"."kind" = 'dated' or "commitments"."due_day" is null),
	CONSTRAINT "commitments_end_ck" CHECK("commitments"."done_day" is null or "commitments"."withdrawn_day" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_number_uq` ON `commitments` (`number`);--> statement-breakpoint
CREATE INDEX `commitments_due_ix` ON `commitments` (`due_day`,`number`);--> statement-breakpoint
CREATE INDEX `commitments_office_ix` ON `commitments` (`office_id`);--> statement-breakpoint
CREATE INDEX `commitments_neighbourhood_ix` ON `commitments` (`neighbourhood_id`,`number`);--> statement-breakpoint
CREATE INDEX `commitments_source_ix` ON `commitments` (`source`,`number`);--> statement-breakpoint
CREATE TABLE `milestone_acts` (
	`milestone_id` text NOT NULL,
	`position` integer NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`forecast_from` text,
	`forecast_to` text,
	`actual_day` text,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`milestone_id`, `position`),
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `milestone_dates` (
	`id` text PRIMARY KEY NOT NULL,
	`milestone_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`source` text NOT NULL,
	`link` text,
	`stated_day` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestone_dates_ck" CHECK("milestone_dates"."to_day" >= "milestone_dates"."from_day")
);
--> statement-breakpoint
CREATE INDEX `milestone_dates_milestone_ix` ON `milestone_dates` (`milestone_id`,`stated_day`);--> statement-breakpoint
CREATE TABLE `milestone_needs` (
	`milestone_id` text NOT NULL,
	`needs_id` text NOT NULL,
	PRIMARY KEY(`milestone_id`, `needs_id`),
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`needs_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestone_needs_needs_ix` ON `milestone_needs` (`needs_id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`plan` text NOT NULL,
	`phase` text NOT NULL,
	`baseline_from` text NOT NULL,
	`baseline_to` text NOT NULL,
	`forecast_from` text,
	`forecast_to` text,
	`actual_day` text,
	`status` text NOT NULL,
	`condition` text,
	`learning_needed` text,
	`effect_on_partners` text,
	`neighbourhood_id` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestones_baseline_ck" CHECK("milestones"."baseline_to" >= "milestones"."baseline_from"),
	CONSTRAINT "milestones_forecast_ck" CHECK(("milestones"."forecast_from" is null) = ("milestones"."forecast_to" is null)),
	CONSTRAINT "milestones_actual_ck" CHECK(("milestones"."status" = 'reached') = ("milestones"."actual_day" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestones_slug_uq` ON `milestones` (`slug`);--> statement-breakpoint
CREATE INDEX `milestones_baseline_ix` ON `milestones` (`baseline_to`,`slug`);