ALTER TABLE `surveys` ADD `previous_id` text REFERENCES surveys(id);--> statement-breakpoint
ALTER TABLE `surveys` ADD `findings` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `results_at` integer;--> statement-breakpoint
CREATE INDEX `surveys_previous_ix` ON `surveys` (`previous_id`);