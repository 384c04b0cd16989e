ALTER TABLE `invitations` ADD `locale` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `retention_runs` ADD `invitations` integer DEFAULT 0 NOT NULL;