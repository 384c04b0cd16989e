CREATE TABLE "figure_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"rule" text NOT NULL,
	"sensitive" boolean NOT NULL,
	"tables" jsonb NOT NULL,
	"withheld" jsonb NOT NULL,
	"sealed_counts" text NOT NULL,
	"hash" text NOT NULL,
	"as_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "figure_editions_subject_uq" ON "figure_editions" USING btree ("subject_kind","subject_id","number");--> statement-breakpoint
CREATE INDEX "figure_editions_published_ix" ON "figure_editions" USING btree ("published_at");--> statement-breakpoint
ALTER TABLE "heard_versions" DROP COLUMN "feedback_forms";