CREATE TABLE `feedback_themes` (
	`form_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`form_id`, `theme_id`),
	FOREIGN KEY (`form_id`) REFERENCES `feedback_forms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_themes_theme_ix` ON `feedback_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `survey_quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`text_id` integer NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`checked_by` text NOT NULL,
	`published_day` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_id`) REFERENCES `survey_texts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_quotes_published_ck" CHECK(("survey_quotes"."state" = 'published') = ("survey_quotes"."published_day" is not null)),
	CONSTRAINT "survey_quotes_words_ck" CHECK(("survey_quotes"."state" = 'withdrawn') = ("survey_quotes"."words" = ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_quotes_text_uq` ON `survey_quotes` (`text_id`);--> statement-breakpoint
CREATE INDEX `survey_quotes_survey_ix` ON `survey_quotes` (`survey_id`,`state`);--> statement-breakpoint
CREATE TABLE `survey_reading_themes` (
	`reading_id` integer NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`reading_id`, `theme_id`),
	FOREIGN KEY (`reading_id`) REFERENCES `survey_readings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_reading_themes_theme_ix` ON `survey_reading_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `survey_readings` (
	`id` integer PRIMARY KEY NOT NULL,
	`text_id` integer NOT NULL,
	`part` text NOT NULL,
	`reader` text NOT NULL,
	`stands` integer NOT NULL,
	FOREIGN KEY (`text_id`) REFERENCES `survey_texts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_readings_part_uq` ON `survey_readings` (`text_id`,`part`);--> statement-breakpoint
CREATE TABLE `survey_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`response_id` integer NOT NULL,
	`box` text NOT NULL,
	`flags` text NOT NULL,
	`danger` text NOT NULL,
	`is_read` integer NOT NULL,
	`in_sample` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `survey_responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_texts_response_uq` ON `survey_texts` (`response_id`,`box`);--> statement-breakpoint
CREATE INDEX `survey_texts_read_ix` ON `survey_texts` (`survey_id`,`box`,`is_read`,`id`);--> statement-breakpoint
CREATE INDEX `survey_texts_danger_ix` ON `survey_texts` (`survey_id`,`danger`);--> statement-breakpoint
CREATE INDEX `survey_texts_sample_ix` ON `survey_texts` (`survey_id`,`box`,`in_sample`,`id`);--> statement-breakpoint
ALTER TABLE `surveys` ADD `asks_to_quote` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `may_quote` integer DEFAULT false NOT NULL;