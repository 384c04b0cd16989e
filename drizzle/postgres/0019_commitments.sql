CREATE TABLE "commitment_acts" (
	"commitment_id" text NOT NULL,
	"position" bigint NOT NULL,
	"act" text NOT NULL,
	"day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"words" text,
	"link" text,
	"due_day" text,
	"precision" text,
	"office_id" text,
	"condition_state" text,
	"before" jsonb,
	CONSTRAINT "commitment_acts_commitment_id_position_pk" PRIMARY KEY("commitment_id","position")
);
--> statement-breakpoint
CREATE TABLE "commitment_offices" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"email" text
);
--> statement-breakpoint
CREATE TABLE "commitment_reminders" (
	"commitment_id" text NOT NULL,
	"due_day" text NOT NULL,
	"moment" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	CONSTRAINT "commitment_reminders_commitment_id_due_day_moment_pk" PRIMARY KEY("commitment_id","due_day","moment")
);
--> statement-breakpoint
CREATE TABLE "commitment_themes" (
	"commitment_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "commitment_themes_commitment_id_theme_id_pk" PRIMARY KEY("commitment_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"source" text NOT NULL,
	"source_words" text,
	"source_link" text,
	"office_id" text,
	"made_day" text NOT NULL,
	"first_due_day" text,
	"first_precision" text,
	"due_day" text,
	"precision" text,
	"redated" bigint DEFAULT 0 NOT NULL,
	"condition" text,
	"condition_state" text,
	"done_day" text,
	"withdrawn_day" text,
	"neighbourhood_id" text,
	"acts" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commitments_due_ck" CHECK (("commitments"."due_day" is null) = ("commitments"."precision" is null)),
	CONSTRAINT "commitments_first_ck" CHECK (("commitments"."due_day" is null) = ("commitments"."first_due_day" is null)),
	CONSTRAINT "commitments_undated_ck" CHECK ("commitments"."kind" = 'dated' or "commitments"."due_day" is null),
	CONSTRAINT "commitments_end_ck" CHECK ("commitments"."done_day" is null or "commitments"."withdrawn_day" is null)
);
--> statement-breakpoint
CREATE TABLE "milestone_acts" (
	"milestone_id" text NOT NULL,
	"position" bigint NOT NULL,
	"day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"forecast_from" text,
	"forecast_to" text,
	"actual_day" text,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "milestone_acts_milestone_id_position_pk" PRIMARY KEY("milestone_id","position")
);
--> statement-breakpoint
CREATE TABLE "milestone_dates" (
	"id" text PRIMARY KEY NOT NULL,
	"milestone_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"source" text NOT NULL,
	"link" text,
	"stated_day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "milestone_dates_ck" CHECK ("milestone_dates"."to_day" >= "milestone_dates"."from_day")
);
--> statement-breakpoint
CREATE TABLE "milestone_needs" (
	"milestone_id" text NOT NULL,
	"needs_id" text NOT NULL,
	CONSTRAINT "milestone_needs_milestone_id_needs_id_pk" PRIMARY KEY("milestone_id","needs_id")
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"plan" text NOT NULL,
	"phase" text NOT NULL,
	"baseline_from" text NOT NULL,
	"baseline_to" text NOT NULL,
	"forecast_from" text,
	"forecast_to" text,
	"actual_day" text,
	"status" text NOT NULL,
	"condition" text,
	"learning_needed" text,
	"effect_on_partners" text,
	"neighbourhood_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "milestones_baseline_ck" CHECK ("milestones"."baseline_to" >= "milestones"."baseline_from"),
	CONSTRAINT "milestones_forecast_ck" CHECK (("milestones"."forecast_from" is null) = ("milestones"."forecast_to" is null)),
	CONSTRAINT "milestones_actual_ck" CHECK (("milestones"."status" = 'reached') = ("milestones"."actual_day" is not null))
);
--> statement-breakpoint
ALTER TABLE "commitment_acts" ADD CONSTRAINT "commitment_acts_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_acts" ADD CONSTRAINT "commitment_acts_office_id_commitment_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."commitment_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_offices" ADD CONSTRAINT "commitment_offices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_reminders" ADD CONSTRAINT "commitment_reminders_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_themes" ADD CONSTRAINT "commitment_themes_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_themes" ADD CONSTRAINT "commitment_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_office_id_commitment_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."commitment_offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_acts" ADD CONSTRAINT "milestone_acts_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_dates" ADD CONSTRAINT "milestone_dates_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_needs" ADD CONSTRAINT "milestone_needs_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_needs" ADD CONSTRAINT "milestone_needs_needs_id_milestones_id_fk" FOREIGN KEY ("needs_id") REFERENCES "public"."milestones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "commitment_offices_role_uq" ON "commitment_offices" USING btree ("organisation_id","role");--> statement-breakpoint
CREATE INDEX "commitment_reminders_open_ix" ON "commitment_reminders" USING btree ("done_at","channel");--> statement-breakpoint
CREATE INDEX "commitment_themes_theme_ix" ON "commitment_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commitments_number_uq" ON "commitments" USING btree ("number");--> statement-breakpoint
CREATE INDEX "commitments_due_ix" ON "commitments" USING btree ("due_day","number");--> statement-breakpoint
CREATE INDEX "commitments_office_ix" ON "commitments" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "commitments_neighbourhood_ix" ON "commitments" USING btree ("neighbourhood_id","number");--> statement-breakpoint
CREATE INDEX "commitments_source_ix" ON "commitments" USING btree ("source","number");--> statement-breakpoint
CREATE INDEX "milestone_dates_milestone_ix" ON "milestone_dates" USING btree ("milestone_id","stated_day");--> statement-breakpoint
CREATE INDEX "milestone_needs_needs_ix" ON "milestone_needs" USING btree ("needs_id");--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_slug_uq" ON "milestones" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "milestones_baseline_ix" ON "milestones" USING btree ("baseline_to","slug");