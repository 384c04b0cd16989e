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
CREATE INDEX `milestones_baseline_ix` ON `milestones` (`baseline_to`,`slug`);--> statement-breakpoint
CREATE TABLE `idea_boards` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`question` text NOT NULL,
	`decides` text NOT NULL,
	`can_change` text NOT NULL,
	`cannot_change` text NOT NULL,
	`house_rules` text NOT NULL,
	`state` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`support` text NOT NULL,
	`points` integer,
	`moderation` text NOT NULL,
	`asks_link` integer DEFAULT false NOT NULL,
	`finds_agreement` integer DEFAULT false NOT NULL,
	`neighbourhood_id` text,
	`activity_id` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "idea_boards_times_ck" CHECK("idea_boards"."closes_at" > "idea_boards"."opens_at"),
	CONSTRAINT "idea_boards_points_ck" CHECK(("idea_boards"."support" = 'points') = ("idea_boards"."points" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_boards_slug_uq` ON `idea_boards` (`slug`);--> statement-breakpoint
CREATE INDEX `idea_boards_state_ix` ON `idea_boards` (`state`,`closes_at`);--> statement-breakpoint
CREATE INDEX `idea_boards_activity_ix` ON `idea_boards` (`activity_id`);--> statement-breakpoint
CREATE TABLE `idea_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`merged_id` text NOT NULL,
	`into_id` text NOT NULL,
	`reason` text NOT NULL,
	`merged_by` text,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`merged_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_merges_merged_ix` ON `idea_merges` (`merged_id`);--> statement-breakpoint
CREATE INDEX `idea_merges_into_ix` ON `idea_merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `idea_splits` (
	`idea_id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`title_before` text NOT NULL,
	`text_before` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_splits_from_ix` ON `idea_splits` (`from_id`);--> statement-breakpoint
CREATE TABLE `idea_themes` (
	`idea_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`idea_id`, `theme_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idea_themes_theme_ix` ON `idea_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `ideas` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`neighbourhood_id` text,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`participant_id` text,
	`added_by` text,
	`shown_name` text,
	`flags` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`support_count` integer DEFAULT 0 NOT NULL,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`comments_paused` integer DEFAULT false NOT NULL,
	`merged_into_id` text,
	`stands_in_id` text NOT NULL,
	`lot` integer NOT NULL,
	`submission` text,
	FOREIGN KEY (`board_id`) REFERENCES `idea_boards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ideas_merged_ck" CHECK(("ideas"."state" = 'merged') = ("ideas"."merged_into_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_slug_uq` ON `ideas` (`board_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_submission_uq` ON `ideas` (`submission`);--> statement-breakpoint
CREATE INDEX `ideas_lot_ix` ON `ideas` (`board_id`,`state`,`lot`,`id`);--> statement-breakpoint
CREATE INDEX `ideas_published_ix` ON `ideas` (`board_id`,`state`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `ideas_support_ix` ON `ideas` (`board_id`,`state`,`support_count`,`id`);--> statement-breakpoint
CREATE INDEX `ideas_comments_ix` ON `ideas` (`board_id`,`state`,`comment_count`,`id`);--> statement-breakpoint
CREATE INDEX `ideas_near_ix` ON `ideas` (`board_id`,`state`,`neighbourhood_id`);--> statement-breakpoint
CREATE INDEX `ideas_state_ix` ON `ideas` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `ideas_neighbourhood_ix` ON `ideas` (`neighbourhood_id`,`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `ideas_stands_in_ix` ON `ideas` (`stands_in_id`);--> statement-breakpoint
CREATE INDEX `ideas_merged_into_ix` ON `ideas` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `ideas_participant_ix` ON `ideas` (`participant_id`);--> statement-breakpoint
CREATE TABLE `idea_supports` (
	`idea_id` text NOT NULL,
	`supporter` text NOT NULL,
	`participant_id` text,
	`points` integer NOT NULL,
	`standing` text NOT NULL,
	`source` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `supporter`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "idea_supports_points_ck" CHECK("idea_supports"."points" >= 1)
);
--> statement-breakpoint
CREATE INDEX `idea_supports_source_ix` ON `idea_supports` (`source`,`at`);--> statement-breakpoint
CREATE INDEX `idea_supports_supporter_ix` ON `idea_supports` (`supporter`);--> statement-breakpoint
CREATE INDEX `idea_supports_participant_ix` ON `idea_supports` (`participant_id`);--> statement-breakpoint
CREATE INDEX `idea_supports_standing_ix` ON `idea_supports` (`standing`,`at`);--> statement-breakpoint
CREATE TABLE `official_response_versions` (
	`response_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`reason` text NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `version`),
	FOREIGN KEY (`response_id`) REFERENCES `official_responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `official_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`thing_kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`kind` text NOT NULL,
	`said` text NOT NULL,
	`text` text NOT NULL,
	`reason` text,
	`passed_to` text,
	`owner_role` text NOT NULL,
	`organisation_id` text NOT NULL,
	`evidence` text,
	`evidence_day` text,
	`evidence_where` text,
	`due_day` text,
	`due_precision` text,
	`condition` text,
	`commitment_id` text,
	`neighbourhood_id` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "official_responses_did_ck" CHECK("official_responses"."kind" <> 'did' or "official_responses"."evidence_day" is not null),
	CONSTRAINT "official_responses_no_ck" CHECK("official_responses"."kind" not in ('cannot', 'not_ours') or "official_responses"."reason" is not null)
);
--> statement-breakpoint
CREATE INDEX `official_responses_thing_ix` ON `official_responses` (`thing_kind`,`thing_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `official_responses_published_ix` ON `official_responses` (`state`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `official_responses_commitment_ix` ON `official_responses` (`commitment_id`);--> statement-breakpoint
CREATE TABLE `response_themes` (
	`response_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`response_id`, `theme_id`),
	FOREIGN KEY (`response_id`) REFERENCES `official_responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_themes_theme_ix` ON `response_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `answerable_things` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`said` text NOT NULL,
	`said_on` text NOT NULL,
	`due_on` text NOT NULL,
	`neighbourhood_id` text,
	`theme_ids` text NOT NULL,
	`hidden` integer NOT NULL,
	`joined_kind` text,
	`joined_id` text,
	`response_id` text,
	`answered_on` text,
	`answered_days` integer,
	PRIMARY KEY(`kind`, `id`),
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answerable_things_joined_ck" CHECK(("answerable_things"."joined_kind" is null) = ("answerable_things"."joined_id" is null)),
	CONSTRAINT "answerable_things_answered_ck" CHECK(("answerable_things"."answered_on" is null) = ("answerable_things"."response_id" is null))
);
--> statement-breakpoint
CREATE INDEX `answerable_things_waiting_ix` ON `answerable_things` (`answered_on`,`said_on`,`id`);--> statement-breakpoint
CREATE INDEX `answerable_things_joined_ix` ON `answerable_things` (`joined_kind`,`joined_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `answerable_things_response_uq` ON `answerable_things` (`response_id`);--> statement-breakpoint
CREATE TABLE `thing_followers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thing_followers_thing_uq` ON `thing_followers` (`kind`,`thing_id`,`participant_id`);--> statement-breakpoint
CREATE INDEX `thing_followers_participant_ix` ON `thing_followers` (`participant_id`);