CREATE TABLE `adjustment_counts` (
	`event_id` text NOT NULL,
	`need` text NOT NULL,
	`requested` integer NOT NULL,
	`met` integer NOT NULL,
	`partly` integer NOT NULL,
	`not_met` integer NOT NULL,
	PRIMARY KEY(`event_id`, `need`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adjustment_counts_ck" CHECK("adjustment_counts"."met" >= 0 and "adjustment_counts"."partly" >= 0 and "adjustment_counts"."not_met" >= 0)
);
--> statement-breakpoint
CREATE TABLE `allocation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`registration_id` text,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`places` integer NOT NULL,
	`free` integer NOT NULL,
	`passed_by` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allocation_notes_event_ix` ON `allocation_notes` (`event_id`,`at`);--> statement-breakpoint
CREATE INDEX `allocation_notes_registration_ix` ON `allocation_notes` (`registration_id`);--> statement-breakpoint
CREATE TABLE `attendance_counts` (
	`event_id` text NOT NULL,
	`neighbourhood_id` text NOT NULL,
	`attended` integer NOT NULL,
	`no_show` integer NOT NULL,
	`walk_ins` integer NOT NULL,
	PRIMARY KEY(`event_id`, `neighbourhood_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_counts_ck" CHECK("attendance_counts"."attended" >= 0 and "attendance_counts"."no_show" >= 0 and "attendance_counts"."walk_ins" >= 0)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`description` text NOT NULL,
	`description_html` text NOT NULL,
	`description_renderer` text NOT NULL,
	`kind` text NOT NULL,
	`mode` text NOT NULL,
	`audience` text NOT NULL,
	`neighbourhood_id` text,
	`venue_id` text,
	`host_id` text,
	`online_link` text,
	`dial_in` text,
	`starts_local` text NOT NULL,
	`ends_local` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`registration` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`capacity` integer NOT NULL,
	`carers_take_places` integer NOT NULL,
	`offer_hours` integer NOT NULL,
	`provided` text NOT NULL,
	`thanks` text,
	`state` text NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`sequence` integer NOT NULL,
	`confirmed_places` integer NOT NULL,
	`held_places` integer NOT NULL,
	`kept_places` integer NOT NULL,
	`waiting_count` integer NOT NULL,
	`next_in_queue` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_capacity_ck" CHECK("events"."capacity" >= 0),
	CONSTRAINT "events_counts_ck" CHECK("events"."confirmed_places" >= 0 and "events"."held_places" >= 0 and "events"."waiting_count" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug_uq` ON `events` (`slug`);--> statement-breakpoint
CREATE INDEX `events_starts_ix` ON `events` (`state`,`audience`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_neighbourhood_ix` ON `events` (`neighbourhood_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `registration_needs` (
	`registration_id` text NOT NULL,
	`need` text NOT NULL,
	PRIMARY KEY(`registration_id`, `need`),
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`reference` text NOT NULL,
	`token_version` integer NOT NULL,
	`state` text NOT NULL,
	`ended` text,
	`ended_at` integer,
	`party` integer NOT NULL,
	`carers` integer NOT NULL,
	`places` integer NOT NULL,
	`promote` text NOT NULL,
	`queue_number` integer NOT NULL,
	`skips` integer NOT NULL,
	`offer_expires_at` integer,
	`needs_detail` text,
	`language` text,
	`helper_name` text,
	`helper_contact` text,
	`channel` text NOT NULL,
	`booked_by` text,
	`submission` text,
	`possible_duplicate_of` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registrations_party_ck" CHECK("registrations"."party" >= 1 and "registrations"."carers" >= 0 and "registrations"."carers" <= "registrations"."party")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_reference_uq` ON `registrations` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_submission_uq` ON `registrations` (`submission`);--> statement-breakpoint
CREATE INDEX `registrations_queue_ix` ON `registrations` (`event_id`,`state`,`queue_number`);--> statement-breakpoint
CREATE INDEX `registrations_participant_ix` ON `registrations` (`participant_id`);--> statement-breakpoint
CREATE INDEX `registrations_offers_ix` ON `registrations` (`state`,`offer_expires_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`email` text NOT NULL,
	`participant_id` text,
	`state` text NOT NULL,
	`left_on` text,
	`totp_sealed` text,
	`totp_next_sealed` text,
	`totp_confirmed_at` integer,
	`totp_last_step` text,
	`blurb` text,
	`created_at` integer NOT NULL,
	`last_sign_in_at` integer,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_uq` ON `accounts` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_slug_uq` ON `accounts` (`slug`);--> statement-breakpoint
CREATE INDEX `accounts_name_ix` ON `accounts` (`state`,`name_folded`,`id`);--> statement-breakpoint
CREATE TABLE `communication_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`need` text NOT NULL,
	`detail` text,
	`asked` integer NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `communication_needs_participant_ix` ON `communication_needs` (`participant_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`purpose` text NOT NULL,
	`wording` text NOT NULL,
	`given` integer NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consents_participant_ix` ON `consents` (`participant_id`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`preferred_contact` text NOT NULL,
	`email` text,
	`phone` text,
	`address` text,
	`contact_folded` text,
	`kind` text NOT NULL,
	`organisation` text,
	`neighbourhood_id` text,
	`own_place` text,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participants_contact_ix` ON `participants` (`contact_folded`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_account_ix` ON `recovery_codes` (`account_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text,
	`from_day` text NOT NULL,
	`to_day` text,
	`given_by` text,
	`ended_at` integer,
	`ended_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `role_grants_account_ix` ON `role_grants` (`account_id`);--> statement-breakpoint
CREATE INDEX `role_grants_role_ix` ON `role_grants` (`role`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`browser_hash` text,
	`attempts` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_token_uq` ON `sign_in_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_links_account_ix` ON `sign_in_links` (`account_id`);--> statement-breakpoint
CREATE INDEX `sign_in_links_browser_ix` ON `sign_in_links` (`browser_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_links_expires_ix` ON `sign_in_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `boroughs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`council` text NOT NULL,
	`programme` text NOT NULL,
	`tagline` text NOT NULL,
	`gss_code` text NOT NULL,
	`population` integer NOT NULL,
	`population_source` text NOT NULL,
	`population_day` text NOT NULL,
	`contacts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `neighbourhoods` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`external_code` text NOT NULL,
	`basis` text NOT NULL,
	`status` text NOT NULL,
	`population` integer NOT NULL,
	`population_source` text NOT NULL,
	`population_day` text NOT NULL,
	`palette` text NOT NULL,
	`seed` integer NOT NULL,
	`summary` text NOT NULL,
	`description` text NOT NULL,
	`happening` text NOT NULL,
	`aliases` text NOT NULL,
	`outline` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `neighbourhoods_slug_uq` ON `neighbourhoods` (`slug`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`kind` text NOT NULL,
	`sector` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_uq` ON `organisations` (`slug`);--> statement-breakpoint
CREATE TABLE `postcode_sectors` (
	`sector` text PRIMARY KEY NOT NULL,
	`neighbourhood_id` text NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`postcode` text NOT NULL,
	`neighbourhood_id` text,
	`features` text NOT NULL,
	`travel` text NOT NULL,
	`arrival` text NOT NULL,
	`capacity` integer NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venues_slug_uq` ON `venues` (`slug`);--> statement-breakpoint
CREATE INDEX `venues_neighbourhood_ix` ON `venues` (`neighbourhood_id`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_subject_ix` ON `audit_events` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_actor_ix` ON `audit_events` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_act_ix` ON `audit_events` (`act`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_at_ix` ON `audit_events` (`at`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`position` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `audit_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_event_uq` ON `audit_seals` (`event_id`);--> statement-breakpoint
CREATE TABLE `audit_unsealed` (
	`event_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `audit_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`done_at` integer,
	`trouble` text,
	PRIMARY KEY(`name`, `subject`, `due_at`)
);
--> statement-breakpoint
CREATE INDEX `jobs_due_ix` ON `jobs` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `links` (
	`from_kind` text NOT NULL,
	`from_id` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`from_kind`, `from_id`, `to_kind`, `to_id`)
);
--> statement-breakpoint
CREATE INDEX `links_to_ix` ON `links` (`to_kind`,`to_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`recipient_name` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text,
	`calendar` text,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`trouble` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key_uq` ON `messages` (`key`);--> statement-breakpoint
CREATE INDEX `messages_due_ix` ON `messages` (`state`,`channel`,`due_at`);--> statement-breakpoint
CREATE INDEX `messages_about_ix` ON `messages` (`about_kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `messages_created_ix` ON `messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	CONSTRAINT "rate_limits_count_ck" CHECK("rate_limits"."count" >= 0)
);
--> statement-breakpoint
CREATE INDEX `rate_limits_window_ix` ON `rate_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`key` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`path` text NOT NULL,
	`heading` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_subject_uq` ON `search_entries` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`second_factor_at` integer,
	`browser` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_user_ix` ON `sessions` (`user_id`);