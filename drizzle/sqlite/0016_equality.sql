CREATE TABLE `equality_answers` (
	`id` integer PRIMARY KEY NOT NULL,
	`collection_kind` text NOT NULL,
	`collection_id` text NOT NULL,
	`neighbourhood_id` text,
	`month` text NOT NULL,
	`lists` text NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`neighbourhood_id`) REFERENCES `neighbourhoods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `equality_answers_collection_ix` ON `equality_answers` (`collection_kind`,`collection_id`);--> statement-breakpoint
CREATE TABLE `equality_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`last_day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `equality_drafts_day_ix` ON `equality_drafts` (`last_day`);--> statement-breakpoint
CREATE TABLE `equality_pools` (
	`collection_kind` text NOT NULL,
	`collection_id` text NOT NULL,
	`month` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`collection_kind`, `collection_id`, `month`)
);
--> statement-breakpoint
CREATE INDEX `equality_pools_month_ix` ON `equality_pools` (`month`);--> statement-breakpoint
CREATE TABLE `equality_settings` (
	`borough_id` text PRIMARY KEY NOT NULL,
	`extras` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `equality_submissions` (
	`key` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `equality_submissions_day_ix` ON `equality_submissions` (`day`);--> statement-breakpoint
CREATE TABLE `equality_tallies` (
	`collection_kind` text NOT NULL,
	`collection_id` text NOT NULL,
	`place` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`collection_kind`, `collection_id`, `place`, `question`, `answer`),
	CONSTRAINT "equality_tallies_count_ck" CHECK("equality_tallies"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE `population_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`area_code` text NOT NULL,
	`area_kind` text NOT NULL,
	`topic` text NOT NULL,
	`category_code` text NOT NULL,
	`count` integer NOT NULL,
	`base` integer NOT NULL,
	`source` text NOT NULL,
	`source_date` text NOT NULL,
	`licence` text NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`import_id`) REFERENCES `population_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_figures_now_ix` ON `population_figures` (`replaced_at`,`area_code`,`topic`);--> statement-breakpoint
CREATE TABLE `population_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text,
	`figures` integer NOT NULL,
	FOREIGN KEY (`imported_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `population_imports_at_ix` ON `population_imports` (`imported_at`);