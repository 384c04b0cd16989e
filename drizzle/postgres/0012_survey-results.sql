ALTER TABLE "surveys" ADD COLUMN "previous_id" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "findings" text;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "results_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_previous_id_surveys_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surveys_previous_ix" ON "surveys" USING btree ("previous_id");