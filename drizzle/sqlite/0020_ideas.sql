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
CREATE INDEX `idea_supports_standing_ix` ON `idea_supports` (`standing`,`at`);