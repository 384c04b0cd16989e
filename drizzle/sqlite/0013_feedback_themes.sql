CREATE TABLE `feedback_themes` (
	`form_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`form_id`, `theme_id`),
	FOREIGN KEY (`form_id`) REFERENCES `feedback_forms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_themes_theme_ix` ON `feedback_themes` (`theme_id`);