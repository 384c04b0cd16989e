CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`plan_id` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`kind` text NOT NULL,
	`neighbourhood_id` text,
	`audience` text NOT NULL,
	`channel` text NOT NULL,
	`planned_level` integer NOT NULL,
	`achieved_level` integer,
	`in_decision` text,
	`in_delivery` text,
	`decision_at_stake` text,
	`can_change` text,
	`cannot_change` text,
	`what_changes` text,
	`what_stays` text,
	`lead_account_id` text,
	`lead_role` text,
	`opens_day` text NOT NULL,
	`closes_day` text NOT NULL,
	`state` text NOT NULL,
	`announced_at` integer,
	`opened_at` integer,
	`done_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`what_happened` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `engagement_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_planned_ck" CHECK("activities"."planned_level" between 2 and 7),
	CONSTRAINT "activities_achieved_ck" CHECK("activities"."achieved_level" is null or "activities"."achieved_level" between 2 and 7),
	CONSTRAINT "activities_lead_ck" CHECK(("activities"."lead_account_id" is null) <> ("activities"."lead_role" is null)),
	CONSTRAINT "activities_days_ck" CHECK("activities"."closes_day" >= "activities"."opens_day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_slug_uq` ON `activities` (`slug`);--> statement-breakpoint
CREATE INDEX `activities_plan_ix` ON `activities` (`plan_id`,`opens_day`);--> statement-breakpoint
CREATE INDEX `activities_state_ix` ON `activities` (`state`,`closes_day`);--> statement-breakpoint
CREATE INDEX `activities_neighbourhood_ix` ON `activities` (`neighbourhood_id`,`opens_day`);--> statement-breakpoint
CREATE TABLE `activity_reps` (
	`activity_id` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`activity_id`, `account_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_reps_account_ix` ON `activity_reps` (`account_id`);--> statement-breakpoint
CREATE TABLE `consultation_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`advisory_days` integer NOT NULL,
	`staff_days` integer,
	`staff_rule` text
);
--> statement-breakpoint
CREATE TABLE `consultations` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`not_yet_decided` text,
	`decider` text,
	`decision_day` text,
	`reasons` text,
	`alternatives` text,
	`papers_link` text,
	`time_reason` text,
	`equality_analysis` text,
	`equality_by` text,
	`equality_day` text,
	`considered_how` text,
	`answers_received` integer,
	`equality_read_by` text,
	`equality_read_day` text,
	`decision` text,
	`decision_reasons` text,
	`decided_day` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `election_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`poll_day` text NOT NULL,
	CONSTRAINT "election_periods_days_ck" CHECK("election_periods"."poll_day" >= "election_periods"."from_day")
);
--> statement-breakpoint
CREATE INDEX `election_periods_poll_ix` ON `election_periods` (`poll_day`);--> statement-breakpoint
CREATE TABLE `engagement_plan_versions` (
	`plan_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`objectives` text NOT NULL,
	`audiences` text NOT NULL,
	`reason` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `version`),
	FOREIGN KEY (`plan_id`) REFERENCES `engagement_plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `engagement_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`objectives` text NOT NULL,
	`audiences` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `engagement_plans_slug_uq` ON `engagement_plans` (`slug`);--> statement-breakpoint
CREATE INDEX `engagement_plans_from_ix` ON `engagement_plans` (`from_day`);--> statement-breakpoint
CREATE TABLE `outreach_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text,
	`neighbourhood_id` text,
	`day` text NOT NULL,
	`place` text NOT NULL,
	`community` text NOT NULL,
	`head_count` integer NOT NULL,
	`heard` text NOT NULL,
	`follow_up` text,
	`follow_up_day` text,
	`followed_up_day` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outreach_entries_heads_ck" CHECK("outreach_entries"."head_count" >= 0)
);
--> statement-breakpoint
CREATE INDEX `outreach_entries_day_ix` ON `outreach_entries` (`day`);--> statement-breakpoint
CREATE INDEX `outreach_entries_activity_ix` ON `outreach_entries` (`activity_id`);--> statement-breakpoint
CREATE INDEX `outreach_entries_neighbourhood_ix` ON `outreach_entries` (`neighbourhood_id`,`day`);--> statement-breakpoint
CREATE TABLE `outreach_people` (
	`entry_id` text NOT NULL,
	`participant_id` text NOT NULL,
	PRIMARY KEY(`entry_id`, `participant_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `outreach_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `participation_ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`level` integer NOT NULL,
	`channel` text NOT NULL,
	`submission` text,
	`day` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participation_ratings_level_ck" CHECK("participation_ratings"."level" between 1 and 7)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_ratings_submission_uq` ON `participation_ratings` (`submission`);--> statement-breakpoint
CREATE INDEX `participation_ratings_activity_ix` ON `participation_ratings` (`activity_id`,`level`);--> statement-breakpoint
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
CREATE TABLE `boundary_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`words` text NOT NULL,
	`decided_by` text NOT NULL,
	`sectors` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `boundary_changes_from_ix` ON `boundary_changes` (`from_id`);--> statement-breakpoint
CREATE INDEX `boundary_changes_to_ix` ON `boundary_changes` (`to_id`);--> statement-breakpoint
CREATE TABLE `cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`criteria` text NOT NULL,
	`estimate` integer,
	`source` text,
	`position` integer NOT NULL,
	`retired_day` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohorts_slug_uq` ON `cohorts` (`slug`);--> statement-breakpoint
CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`png` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `neighbourhood_successions` (
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	PRIMARY KEY(`predecessor_id`, `successor_id`),
	FOREIGN KEY (`predecessor_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `neighbourhood_successions_successor_ix` ON `neighbourhood_successions` (`successor_id`);--> statement-breakpoint
CREATE TABLE `service_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`neighbourhood_id` text,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_areas_service_ix` ON `service_areas` (`service_id`);--> statement-breakpoint
CREATE INDEX `service_areas_neighbourhood_ix` ON `service_areas` (`neighbourhood_id`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text NOT NULL,
	`summary` text NOT NULL,
	`reach` text NOT NULL,
	`website` text,
	`retired_day` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_slug_uq` ON `services` (`slug`);--> statement-breakpoint
CREATE INDEX `services_organisation_ix` ON `services` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`label` text NOT NULL,
	`plain_label` text NOT NULL,
	`origin` text NOT NULL,
	`parent_id` text,
	`aliases` text NOT NULL,
	`merged_into_id` text,
	`retired_day` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_slug_uq` ON `themes` (`slug`);--> statement-breakpoint
CREATE INDEX `themes_parent_ix` ON `themes` (`parent_id`);--> statement-breakpoint
CREATE INDEX `themes_merged_ix` ON `themes` (`merged_into_id`);--> statement-breakpoint
ALTER TABLE `events` ADD `activity_id` text;--> statement-breakpoint
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
CREATE INDEX `events_activity_ix` ON `events` (`activity_id`,`starts_at`);--> statement-breakpoint
ALTER TABLE `registrations` ADD `attending` text DEFAULT 'room' NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `approval` text DEFAULT 'not_needed' NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `approval_reason` text;--> statement-breakpoint
ALTER TABLE `registrations` ADD `wants_payment` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `advised_at` integer;--> statement-breakpoint
ALTER TABLE `registrations` ADD `gave_feedback` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `registrations_event_ix` ON `registrations` (`event_id`,`queue_number`);--> statement-breakpoint
ALTER TABLE `boroughs` ADD `band_low` integer DEFAULT 30000 NOT NULL;--> statement-breakpoint
ALTER TABLE `boroughs` ADD `band_high` integer DEFAULT 50000 NOT NULL;--> statement-breakpoint
ALTER TABLE `boroughs` ADD `colours` text;--> statement-breakpoint
ALTER TABLE `boroughs` ADD `logo` text;--> statement-breakpoint
ALTER TABLE `neighbourhoods` ADD `retired_day` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `external_code` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `website` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `valid_from` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `valid_to` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `successor_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `former_names` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `organisations_successor_ix` ON `organisations` (`successor_id`);--> statement-breakpoint
ALTER TABLE `venues` ADD `is_hub` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `opening` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `retired_day` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `formats` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `language` text;