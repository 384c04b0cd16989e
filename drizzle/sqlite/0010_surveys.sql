CREATE TABLE `survey_closings` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`agreed` integer,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_closings_decided_ck" CHECK(("survey_closings"."agreed" is null) = ("survey_closings"."decided_at" is null))
);
--> statement-breakpoint
CREATE INDEX `survey_closings_survey_ix` ON `survey_closings` (`survey_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`questionnaire` text NOT NULL,
	`hash` text NOT NULL,
	`change_class` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`published_by` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `version`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`purpose` text NOT NULL,
	`intro` text NOT NULL,
	`minutes` integer NOT NULL,
	`who_sees` text NOT NULL,
	`what_next` text NOT NULL,
	`anonymity` text NOT NULL,
	`activity_id` text,
	`neighbourhood_id` text,
	`state` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`most` integer,
	`draft` text NOT NULL,
	`live_version` integer,
	`received` integer NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "surveys_times_ck" CHECK("surveys"."closes_at" > "surveys"."opens_at"),
	CONSTRAINT "surveys_minutes_ck" CHECK("surveys"."minutes" between 1 and 120),
	CONSTRAINT "surveys_most_ck" CHECK("surveys"."most" is null or "surveys"."most" > 0),
	CONSTRAINT "surveys_live_ck" CHECK(("surveys"."state" = 'draft') = ("surveys"."live_version" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_slug_uq` ON `surveys` (`slug`);--> statement-breakpoint
CREATE INDEX `surveys_state_ix` ON `surveys` (`state`,`closes_at`);--> statement-breakpoint
CREATE INDEX `surveys_neighbourhood_ix` ON `surveys` (`neighbourhood_id`,`closes_at`);--> statement-breakpoint
CREATE INDEX `surveys_activity_ix` ON `surveys` (`activity_id`);--> statement-breakpoint
CREATE TABLE `survey_days` (
	`survey_id` text NOT NULL,
	`day` text NOT NULL,
	`channel` text NOT NULL,
	`count` integer NOT NULL,
	`noted` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `day`, `channel`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_days_noted_ix` ON `survey_days` (`noted`,`day`);--> statement-breakpoint
CREATE TABLE `survey_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`sealed` text NOT NULL,
	`last_day` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_drafts_day_ix` ON `survey_drafts` (`last_day`);--> statement-breakpoint
CREATE TABLE `survey_pools` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`channel` text NOT NULL,
	`month` text NOT NULL,
	`answers` text NOT NULL,
	`entered_by` text,
	`sheet` text,
	`batch` text,
	`participant_id` text,
	`sent_at` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_responses_linked_ck" CHECK(("survey_responses"."participant_id" is null) = ("survey_responses"."sent_at" is null)),
	CONSTRAINT "survey_responses_sheet_ck" CHECK("survey_responses"."sheet" is null or "survey_responses"."channel" = 'paper')
);
--> statement-breakpoint
CREATE INDEX `survey_responses_survey_ix` ON `survey_responses` (`survey_id`,`id`);--> statement-breakpoint
CREATE INDEX `survey_responses_participant_ix` ON `survey_responses` (`participant_id`);--> statement-breakpoint
CREATE TABLE `survey_submissions` (
	`key` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `survey_submissions_day_ix` ON `survey_submissions` (`day`);--> statement-breakpoint
CREATE TABLE `survey_tallies` (
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`channel` text NOT NULL,
	`by_question` text NOT NULL,
	`by_answer` text NOT NULL,
	`question` text NOT NULL,
	`part` text NOT NULL,
	`answer` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `version`, `by_question`, `by_answer`, `question`, `part`, `answer`, `channel`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_tallies_count_ck" CHECK("survey_tallies"."count" >= 0)
);
