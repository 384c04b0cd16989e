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
CREATE TABLE "idea_boards" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"decides" text NOT NULL,
	"can_change" text NOT NULL,
	"cannot_change" text NOT NULL,
	"house_rules" text NOT NULL,
	"state" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"support" text NOT NULL,
	"points" bigint,
	"moderation" text NOT NULL,
	"asks_link" boolean DEFAULT false NOT NULL,
	"finds_agreement" boolean DEFAULT false NOT NULL,
	"neighbourhood_id" text,
	"activity_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "idea_boards_times_ck" CHECK ("idea_boards"."closes_at" > "idea_boards"."opens_at"),
	CONSTRAINT "idea_boards_points_ck" CHECK (("idea_boards"."support" = 'points') = ("idea_boards"."points" is not null))
);
--> statement-breakpoint
CREATE TABLE "idea_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"merged_id" text NOT NULL,
	"into_id" text NOT NULL,
	"reason" text NOT NULL,
	"merged_by" text,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idea_splits" (
	"idea_id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"title_before" text NOT NULL,
	"text_before" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_themes" (
	"idea_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "idea_themes_idea_id_theme_id_pk" PRIMARY KEY("idea_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"neighbourhood_id" text,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"participant_id" text,
	"added_by" text,
	"shown_name" text,
	"flags" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"support_count" bigint DEFAULT 0 NOT NULL,
	"comment_count" bigint DEFAULT 0 NOT NULL,
	"comments_paused" boolean DEFAULT false NOT NULL,
	"merged_into_id" text,
	"stands_in_id" text NOT NULL,
	"lot" bigint NOT NULL,
	"submission" text,
	CONSTRAINT "ideas_merged_ck" CHECK (("ideas"."state" = 'merged') = ("ideas"."merged_into_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "idea_supports" (
	"idea_id" text NOT NULL,
	"supporter" text NOT NULL,
	"participant_id" text,
	"points" bigint NOT NULL,
	"standing" text NOT NULL,
	"source" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_supports_idea_id_supporter_pk" PRIMARY KEY("idea_id","supporter"),
	CONSTRAINT "idea_supports_points_ck" CHECK ("idea_supports"."points" >= 1)
);
--> statement-breakpoint
CREATE TABLE "official_response_versions" (
	"response_id" text NOT NULL,
	"version" bigint NOT NULL,
	"words" jsonb NOT NULL,
	"reason" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "official_response_versions_response_id_version_pk" PRIMARY KEY("response_id","version")
);
--> statement-breakpoint
CREATE TABLE "official_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"text" text NOT NULL,
	"reason" text,
	"passed_to" text,
	"owner_role" text NOT NULL,
	"organisation_id" text NOT NULL,
	"evidence" text,
	"evidence_day" text,
	"evidence_where" text,
	"due_day" text,
	"due_precision" text,
	"condition" text,
	"commitment_id" text,
	"neighbourhood_id" text,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"published_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "official_responses_did_ck" CHECK ("official_responses"."kind" <> 'did' or "official_responses"."evidence_day" is not null),
	CONSTRAINT "official_responses_no_ck" CHECK ("official_responses"."kind" not in ('cannot', 'not_ours') or "official_responses"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "response_themes" (
	"response_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "response_themes_response_id_theme_id_pk" PRIMARY KEY("response_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "answerable_things" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"said" text NOT NULL,
	"said_on" text NOT NULL,
	"due_on" text NOT NULL,
	"neighbourhood_id" text,
	"theme_ids" jsonb NOT NULL,
	"hidden" boolean NOT NULL,
	"joined_kind" text,
	"joined_id" text,
	"response_id" text,
	"answered_on" text,
	"answered_days" bigint,
	CONSTRAINT "answerable_things_kind_id_pk" PRIMARY KEY("kind","id"),
	CONSTRAINT "answerable_things_joined_ck" CHECK (("answerable_things"."joined_kind" is null) = ("answerable_things"."joined_id" is null)),
	CONSTRAINT "answerable_things_answered_ck" CHECK (("answerable_things"."answered_on" is null) = ("answerable_things"."response_id" is null))
);
--> statement-breakpoint
CREATE TABLE "thing_followers" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
ALTER TABLE "idea_boards" ADD CONSTRAINT "idea_boards_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_boards" ADD CONSTRAINT "idea_boards_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_merged_id_ideas_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_into_id_ideas_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_splits" ADD CONSTRAINT "idea_splits_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_splits" ADD CONSTRAINT "idea_splits_from_id_ideas_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_themes" ADD CONSTRAINT "idea_themes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_themes" ADD CONSTRAINT "idea_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_board_id_idea_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."idea_boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_id_ideas_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_response_versions" ADD CONSTRAINT "official_response_versions_response_id_official_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."official_responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_responses" ADD CONSTRAINT "official_responses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_responses" ADD CONSTRAINT "official_responses_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_themes" ADD CONSTRAINT "response_themes_response_id_official_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."official_responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_themes" ADD CONSTRAINT "response_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerable_things" ADD CONSTRAINT "answerable_things_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thing_followers" ADD CONSTRAINT "thing_followers_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "milestones_baseline_ix" ON "milestones" USING btree ("baseline_to","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_boards_slug_uq" ON "idea_boards" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "idea_boards_state_ix" ON "idea_boards" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "idea_boards_activity_ix" ON "idea_boards" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "idea_merges_merged_ix" ON "idea_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "idea_merges_into_ix" ON "idea_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "idea_splits_from_ix" ON "idea_splits" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "idea_themes_theme_ix" ON "idea_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_slug_uq" ON "ideas" USING btree ("board_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_submission_uq" ON "ideas" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "ideas_lot_ix" ON "ideas" USING btree ("board_id","state","lot","id");--> statement-breakpoint
CREATE INDEX "ideas_published_ix" ON "ideas" USING btree ("board_id","state","published_at","id");--> statement-breakpoint
CREATE INDEX "ideas_support_ix" ON "ideas" USING btree ("board_id","state","support_count","id");--> statement-breakpoint
CREATE INDEX "ideas_comments_ix" ON "ideas" USING btree ("board_id","state","comment_count","id");--> statement-breakpoint
CREATE INDEX "ideas_near_ix" ON "ideas" USING btree ("board_id","state","neighbourhood_id");--> statement-breakpoint
CREATE INDEX "ideas_state_ix" ON "ideas" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "ideas_neighbourhood_ix" ON "ideas" USING btree ("neighbourhood_id","state","published_at");--> statement-breakpoint
CREATE INDEX "ideas_stands_in_ix" ON "ideas" USING btree ("stands_in_id");--> statement-breakpoint
CREATE INDEX "ideas_merged_into_ix" ON "ideas" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "ideas_participant_ix" ON "ideas" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "idea_supports_source_ix" ON "idea_supports" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "idea_supports_supporter_ix" ON "idea_supports" USING btree ("supporter");--> statement-breakpoint
CREATE INDEX "idea_supports_participant_ix" ON "idea_supports" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "idea_supports_standing_ix" ON "idea_supports" USING btree ("standing","at");--> statement-breakpoint
CREATE INDEX "official_responses_thing_ix" ON "official_responses" USING btree ("thing_kind","thing_id","published_at");--> statement-breakpoint
CREATE INDEX "official_responses_published_ix" ON "official_responses" USING btree ("state","published_at","id");--> statement-breakpoint
CREATE INDEX "official_responses_commitment_ix" ON "official_responses" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "response_themes_theme_ix" ON "response_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "answerable_things_waiting_ix" ON "answerable_things" USING btree ("answered_on","said_on","id");--> statement-breakpoint
CREATE INDEX "answerable_things_joined_ix" ON "answerable_things" USING btree ("joined_kind","joined_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answerable_things_response_uq" ON "answerable_things" USING btree ("response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "thing_followers_thing_uq" ON "thing_followers" USING btree ("kind","thing_id","participant_id");--> statement-breakpoint
CREATE INDEX "thing_followers_participant_ix" ON "thing_followers" USING btree ("participant_id");