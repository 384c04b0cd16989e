CREATE TABLE "survey_closings" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"before" timestamp (3) with time zone NOT NULL,
	"after" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"agreed" boolean,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "survey_closings_decided_ck" CHECK (("survey_closings"."agreed" is null) = ("survey_closings"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"survey_id" text NOT NULL,
	"version" bigint NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"hash" text NOT NULL,
	"change_class" text NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"published_by" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_versions_survey_id_version_pk" PRIMARY KEY("survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"purpose" text NOT NULL,
	"intro" text NOT NULL,
	"minutes" bigint NOT NULL,
	"who_sees" text NOT NULL,
	"what_next" text NOT NULL,
	"anonymity" text NOT NULL,
	"activity_id" text,
	"neighbourhood_id" text,
	"state" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"most" bigint,
	"draft" jsonb NOT NULL,
	"live_version" bigint,
	"received" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "surveys_times_ck" CHECK ("surveys"."closes_at" > "surveys"."opens_at"),
	CONSTRAINT "surveys_minutes_ck" CHECK ("surveys"."minutes" between 1 and 120),
	CONSTRAINT "surveys_most_ck" CHECK ("surveys"."most" is null or "surveys"."most" > 0),
	CONSTRAINT "surveys_live_ck" CHECK (("surveys"."state" = 'draft') = ("surveys"."live_version" is null))
);
--> statement-breakpoint
CREATE TABLE "survey_days" (
	"survey_id" text NOT NULL,
	"day" text NOT NULL,
	"channel" text NOT NULL,
	"count" bigint NOT NULL,
	"noted" boolean NOT NULL,
	CONSTRAINT "survey_days_survey_id_day_channel_pk" PRIMARY KEY("survey_id","day","channel")
);
--> statement-breakpoint
CREATE TABLE "survey_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"sealed" text NOT NULL,
	"last_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_pools" (
	"survey_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"id" bigint PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"version" bigint NOT NULL,
	"channel" text NOT NULL,
	"month" text NOT NULL,
	"answers" jsonb NOT NULL,
	"entered_by" text,
	"sheet" text,
	"batch" text,
	"participant_id" text,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "survey_responses_linked_ck" CHECK (("survey_responses"."participant_id" is null) = ("survey_responses"."sent_at" is null)),
	CONSTRAINT "survey_responses_sheet_ck" CHECK ("survey_responses"."sheet" is null or "survey_responses"."channel" = 'paper')
);
--> statement-breakpoint
CREATE TABLE "survey_submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_tallies" (
	"survey_id" text NOT NULL,
	"version" bigint NOT NULL,
	"channel" text NOT NULL,
	"by_question" text NOT NULL,
	"by_answer" text NOT NULL,
	"question" text NOT NULL,
	"part" text NOT NULL,
	"answer" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "survey_tallies_survey_id_version_by_question_by_answer_question_part_answer_channel_pk" PRIMARY KEY("survey_id","version","by_question","by_answer","question","part","answer","channel"),
	CONSTRAINT "survey_tallies_count_ck" CHECK ("survey_tallies"."count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "survey_closings" ADD CONSTRAINT "survey_closings_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_closings" ADD CONSTRAINT "survey_closings_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_closings" ADD CONSTRAINT "survey_closings_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_days" ADD CONSTRAINT "survey_days_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_drafts" ADD CONSTRAINT "survey_drafts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_pools" ADD CONSTRAINT "survey_pools_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tallies" ADD CONSTRAINT "survey_tallies_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_closings_survey_ix" ON "survey_closings" USING btree ("survey_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_slug_uq" ON "surveys" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "surveys_state_ix" ON "surveys" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "surveys_neighbourhood_ix" ON "surveys" USING btree ("neighbourhood_id","closes_at");--> statement-breakpoint
CREATE INDEX "surveys_activity_ix" ON "surveys" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "survey_days_noted_ix" ON "survey_days" USING btree ("noted","day");--> statement-breakpoint
CREATE INDEX "survey_drafts_day_ix" ON "survey_drafts" USING btree ("last_day");--> statement-breakpoint
CREATE INDEX "survey_responses_survey_ix" ON "survey_responses" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_responses_participant_ix" ON "survey_responses" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "survey_submissions_day_ix" ON "survey_submissions" USING btree ("day");