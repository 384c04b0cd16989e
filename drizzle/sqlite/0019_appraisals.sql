CREATE TABLE `appraisal_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`note` text NOT NULL,
	`before` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_corrections_ix` ON `appraisal_corrections` (`appraisal_id`,`at`);--> statement-breakpoint
CREATE TABLE `appraisal_criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`description` text NOT NULL,
	`weight` integer NOT NULL,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraisal_criteria_weight_ck" CHECK("appraisal_criteria"."weight" between 1 and 99)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_criteria_position_uq` ON `appraisal_criteria` (`appraisal_id`,`position`);--> statement-breakpoint
CREATE TABLE `appraisal_decisions` (
	`appraisal_id` text PRIMARY KEY NOT NULL,
	`option_id` text,
	`decision` text NOT NULL,
	`reasons` text NOT NULL,
	`conditions` text NOT NULL,
	`dissent` text,
	`equality_title` text NOT NULL,
	`equality_link` text NOT NULL,
	`equality_read_by` text NOT NULL,
	`equality_read_day` text NOT NULL,
	`decided_day` text NOT NULL,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option_id`) REFERENCES `appraisal_options`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `appraisal_kind_weights` (
	`appraisal_id` text NOT NULL,
	`kind` text NOT NULL,
	`weights` text NOT NULL,
	PRIMARY KEY(`appraisal_id`, `kind`),
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `appraisal_options` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`pros` text NOT NULL,
	`cons` text NOT NULL,
	`risks` text NOT NULL,
	`cost_low` integer,
	`cost_high` integer,
	`cost_note` text NOT NULL,
	`cost_expected_day` text,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraisal_options_cost_ck" CHECK(("appraisal_options"."cost_low" is null) = ("appraisal_options"."cost_high" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_options_position_uq` ON `appraisal_options` (`appraisal_id`,`position`);--> statement-breakpoint
CREATE TABLE `appraisal_weight_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`reason` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_weight_changes_ix` ON `appraisal_weight_changes` (`appraisal_id`,`at`);--> statement-breakpoint
CREATE TABLE `appraisals` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`question` text NOT NULL,
	`summary` text NOT NULL,
	`stage` text NOT NULL,
	`method` text,
	`neighbourhood_id` text,
	`place` text NOT NULL,
	`held_day` text NOT NULL,
	`decider` text NOT NULL,
	`decision_due_day` text NOT NULL,
	`agreed_by` text,
	`agreed_day` text,
	`agreed_how` text,
	`state` text NOT NULL,
	`room_code` text,
	`opened_at` integer,
	`closed_at` integer,
	`published_at` integer,
	`next_step` text,
	`next_step_day` text,
	`result` text,
	`decision_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_slug_uq` ON `appraisals` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_code_uq` ON `appraisals` (`room_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_decision_uq` ON `appraisals` (`decision_id`);--> statement-breakpoint
CREATE INDEX `appraisals_state_ix` ON `appraisals` (`state`,`held_day`);--> statement-breakpoint
CREATE TABLE `decision_dates` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_dates_decision_ix` ON `decision_dates` (`decision_id`,`at`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`question` text NOT NULL,
	`background` text NOT NULL,
	`options` text NOT NULL,
	`decider` text NOT NULL,
	`neighbourhood_id` text,
	`first_due_day` text NOT NULL,
	`due_day` text NOT NULL,
	`outcome` text,
	`reasons` text,
	`decided_day` text,
	`withdrawn_reason` text,
	`withdrawn_day` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_over_ck" CHECK("decisions"."decided_day" is null or "decisions"."withdrawn_day" is null),
	CONSTRAINT "decisions_outcome_ck" CHECK(("decisions"."decided_day" is null) = ("decisions"."outcome" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_slug_uq` ON `decisions` (`slug`);--> statement-breakpoint
CREATE INDEX `decisions_due_ix` ON `decisions` (`decided_day`,`due_day`);--> statement-breakpoint
CREATE INDEX `decisions_neighbourhood_ix` ON `decisions` (`neighbourhood_id`,`due_day`);--> statement-breakpoint
CREATE TABLE `appraiser_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`kind` text NOT NULL,
	`scores` text NOT NULL,
	`first` text,
	`could` text NOT NULL,
	`key` text,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraiser_scores_key_uq` ON `appraiser_scores` (`key`);--> statement-breakpoint
CREATE INDEX `appraiser_scores_appraisal_ix` ON `appraiser_scores` (`appraisal_id`,`kind`);