ALTER TABLE "invitations" ADD COLUMN "locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "retention_runs" ADD COLUMN "invitations" bigint DEFAULT 0 NOT NULL;