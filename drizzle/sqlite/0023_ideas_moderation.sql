CREATE TABLE `idea_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`shown_name` text,
	`account_id` text,
	`badge` text,
	`state` text NOT NULL,
	`flags` text NOT NULL,
	`source` text,
	`submission` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_comments_submission_uq` ON `idea_comments` (`submission`);--> statement-breakpoint
CREATE INDEX `idea_comments_idea_ix` ON `idea_comments` (`idea_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `idea_comments_source_ix` ON `idea_comments` (`source`,`created_at`);--> statement-breakpoint
CREATE INDEX `idea_comments_state_ix` ON `idea_comments` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `idea_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`reporter` text NOT NULL,
	`is_open` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_reports_once_uq` ON `idea_reports` (`subject_kind`,`subject_id`,`reporter`);--> statement-breakpoint
CREATE INDEX `idea_reports_subject_ix` ON `idea_reports` (`subject_kind`,`subject_id`,`is_open`);--> statement-breakpoint
CREATE TABLE `idea_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`board_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`cause` text NOT NULL,
	`flags` text NOT NULL,
	`is_worrying` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer,
	`seen_by` text,
	`state` text NOT NULL,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	`appeal` text,
	`appealed_at` integer,
	`appeal_state` text,
	`appeal_by` text,
	`appeal_decided_at` integer,
	FOREIGN KEY (`board_id`) REFERENCES `idea_boards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appeal_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "idea_cases_decided_ck" CHECK(("idea_cases"."state" = 'open') = ("idea_cases"."decided_at" is null)),
	CONSTRAINT "idea_cases_reason_ck" CHECK(("idea_cases"."state" = 'removed') = ("idea_cases"."reason" is not null))
);
--> statement-breakpoint
CREATE INDEX `idea_cases_subject_ix` ON `idea_cases` (`subject_kind`,`subject_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `idea_cases_state_ix` ON `idea_cases` (`state`,`opened_at`);--> statement-breakpoint
CREATE INDEX `idea_cases_appeal_ix` ON `idea_cases` (`appeal_state`,`appealed_at`);--> statement-breakpoint
CREATE INDEX `idea_cases_idea_ix` ON `idea_cases` (`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_cases_board_ix` ON `idea_cases` (`board_id`);--> statement-breakpoint
CREATE TABLE `safeguarding_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `idea_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `safeguarding_calls_once_uq` ON `safeguarding_calls` (`case_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `safeguarding_calls_account_ix` ON `safeguarding_calls` (`account_id`);--> statement-breakpoint
CREATE TABLE `safeguarding_hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`service` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `idea_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `safeguarding_hand_overs_case_ix` ON `safeguarding_hand_overs` (`case_id`);--> statement-breakpoint
CREATE INDEX `safeguarding_hand_overs_at_ix` ON `safeguarding_hand_overs` (`at`);--> statement-breakpoint
CREATE TABLE `safeguarding_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`part` text NOT NULL,
	`role` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "safeguarding_turns_days_ck" CHECK("safeguarding_turns"."to_day" >= "safeguarding_turns"."from_day")
);
--> statement-breakpoint
CREATE INDEX `safeguarding_turns_days_ix` ON `safeguarding_turns` (`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `safeguarding_turns_account_ix` ON `safeguarding_turns` (`account_id`);--> statement-breakpoint
CREATE TABLE `idea_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`edition_id` text,
	`seed` integer NOT NULL,
	`groups` text NOT NULL,
	`joined` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `idea_boards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `figure_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_agreements_board_uq` ON `idea_agreements` (`board_id`);--> statement-breakpoint
CREATE TABLE `idea_marks` (
	`statement_id` text NOT NULL,
	`marker` text NOT NULL,
	`mark` text NOT NULL,
	`standing` text NOT NULL,
	`source` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `marker`),
	FOREIGN KEY (`statement_id`) REFERENCES `idea_statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_marks_marker_ix` ON `idea_marks` (`marker`);--> statement-breakpoint
CREATE INDEX `idea_marks_source_ix` ON `idea_marks` (`source`,`at`);--> statement-breakpoint
CREATE INDEX `idea_marks_standing_ix` ON `idea_marks` (`standing`,`at`);--> statement-breakpoint
CREATE TABLE `idea_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`idea_id` text,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`added_by` text,
	`checked_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `idea_boards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_statements_board_ix` ON `idea_statements` (`board_id`,`state`,`position`);--> statement-breakpoint
CREATE INDEX `idea_statements_idea_ix` ON `idea_statements` (`idea_id`);