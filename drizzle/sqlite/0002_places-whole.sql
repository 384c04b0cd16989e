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
ALTER TABLE `venues` ADD `retired_day` text;