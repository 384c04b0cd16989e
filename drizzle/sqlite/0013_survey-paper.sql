CREATE TABLE `survey_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`sheets` integer NOT NULL,
	`locale` text NOT NULL,
	`large` integer NOT NULL,
	`place` text NOT NULL,
	`share` integer NOT NULL,
	`least` integer NOT NULL,
	`late` text NOT NULL,
	`complete` integer NOT NULL,
	`ordered_by` text,
	`ordered_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ordered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_batches_sheets_ck" CHECK("survey_batches"."sheets" between 1 and 400),
	CONSTRAINT "survey_batches_share_ck" CHECK("survey_batches"."share" between 0 and 100 and "survey_batches"."least" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_batches_number_uq` ON `survey_batches` (`survey_id`,`number`);--> statement-breakpoint
CREATE TABLE `survey_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`format` text NOT NULL,
	`words` integer NOT NULL,
	`names` integer NOT NULL,
	`responses` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_exports_survey_ix` ON `survey_exports` (`survey_id`,`id`);--> statement-breakpoint
CREATE TABLE `survey_sheets` (
	`survey_id` text NOT NULL,
	`code` text NOT NULL,
	`batch_id` text NOT NULL,
	`state` text NOT NULL,
	`typed_by` text,
	`second_by` text,
	`second` text,
	`compared` integer NOT NULL,
	`alike` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `code`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `survey_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`typed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_sheets_alike_ck" CHECK("survey_sheets"."alike" <= "survey_sheets"."compared")
);
--> statement-breakpoint
CREATE INDEX `survey_sheets_batch_ix` ON `survey_sheets` (`batch_id`,`state`);--> statement-breakpoint
CREATE INDEX `survey_responses_sheet_ix` ON `survey_responses` (`survey_id`,`sheet`);