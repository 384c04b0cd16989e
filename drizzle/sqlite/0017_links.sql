CREATE TABLE `thing_links` (
	`cause_kind` text NOT NULL,
	`cause_id` text NOT NULL,
	`effect_kind` text NOT NULL,
	`effect_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`cause_kind`, `cause_id`, `effect_kind`, `effect_id`)
);
--> statement-breakpoint
CREATE INDEX `thing_links_effect_ix` ON `thing_links` (`effect_kind`,`effect_id`);