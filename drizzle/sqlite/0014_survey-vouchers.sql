CREATE TABLE `survey_voucher_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`count` integer NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_voucher_batches_count_ck" CHECK("survey_voucher_batches"."count" > 0)
);
--> statement-breakpoint
CREATE INDEX `survey_voucher_batches_survey_ix` ON `survey_voucher_batches` (`survey_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `survey_vouchers` (
	`hash` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`used` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_vouchers_survey_ix` ON `survey_vouchers` (`survey_id`,`used`);--> statement-breakpoint
ALTER TABLE `surveys` ADD `asks_voucher` integer DEFAULT false NOT NULL;