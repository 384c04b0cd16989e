CREATE TABLE `figure_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`definition` text NOT NULL,
	`rule` text NOT NULL,
	`sensitive` integer NOT NULL,
	`tables` text NOT NULL,
	`withheld` text NOT NULL,
	`sealed_counts` text NOT NULL,
	`hash` text NOT NULL,
	`as_at` integer NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_editions_subject_uq` ON `figure_editions` (`subject_kind`,`subject_id`,`number`);--> statement-breakpoint
CREATE INDEX `figure_editions_published_ix` ON `figure_editions` (`published_at`);--> statement-breakpoint
ALTER TABLE `heard_versions` DROP COLUMN `feedback_forms`;