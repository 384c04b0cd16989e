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
CREATE TABLE "idea_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"shown_name" text,
	"account_id" text,
	"badge" text,
	"state" text NOT NULL,
	"flags" jsonb NOT NULL,
	"source" text,
	"submission" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL,
	"reporter" text NOT NULL,
	"is_open" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"board_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"cause" text NOT NULL,
	"flags" jsonb NOT NULL,
	"is_worrying" boolean NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"seen_by" text,
	"state" text NOT NULL,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"appeal" text,
	"appealed_at" timestamp (3) with time zone,
	"appeal_state" text,
	"appeal_by" text,
	"appeal_decided_at" timestamp (3) with time zone,
	CONSTRAINT "idea_cases_decided_ck" CHECK (("idea_cases"."state" = 'open') = ("idea_cases"."decided_at" is null)),
	CONSTRAINT "idea_cases_reason_ck" CHECK (("idea_cases"."state" = 'removed') = ("idea_cases"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "safeguarding_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safeguarding_hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"service" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "safeguarding_turns" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"part" text NOT NULL,
	"role" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "safeguarding_turns_days_ck" CHECK ("safeguarding_turns"."to_day" >= "safeguarding_turns"."from_day")
);
--> statement-breakpoint
CREATE TABLE "idea_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"edition_id" text,
	"seed" bigint NOT NULL,
	"groups" jsonb NOT NULL,
	"joined" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_marks" (
	"statement_id" text NOT NULL,
	"marker" text NOT NULL,
	"mark" text NOT NULL,
	"standing" text NOT NULL,
	"source" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_marks_statement_id_marker_pk" PRIMARY KEY("statement_id","marker")
);
--> statement-breakpoint
CREATE TABLE "idea_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"idea_id" text,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"position" bigint NOT NULL,
	"added_by" text,
	"checked_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
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
ALTER TABLE "idea_comments" ADD CONSTRAINT "idea_comments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_comments" ADD CONSTRAINT "idea_comments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_board_id_idea_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."idea_boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_seen_by_accounts_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_cases" ADD CONSTRAINT "idea_cases_appeal_by_accounts_id_fk" FOREIGN KEY ("appeal_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_calls" ADD CONSTRAINT "safeguarding_calls_case_id_idea_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."idea_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_calls" ADD CONSTRAINT "safeguarding_calls_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_hand_overs" ADD CONSTRAINT "safeguarding_hand_overs_case_id_idea_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."idea_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_hand_overs" ADD CONSTRAINT "safeguarding_hand_overs_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_turns" ADD CONSTRAINT "safeguarding_turns_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_agreements" ADD CONSTRAINT "idea_agreements_board_id_idea_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."idea_boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_agreements" ADD CONSTRAINT "idea_agreements_edition_id_figure_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."figure_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_marks" ADD CONSTRAINT "idea_marks_statement_id_idea_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."idea_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_statements" ADD CONSTRAINT "idea_statements_board_id_idea_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."idea_boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_statements" ADD CONSTRAINT "idea_statements_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_statements" ADD CONSTRAINT "idea_statements_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_statements" ADD CONSTRAINT "idea_statements_checked_by_accounts_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
CREATE UNIQUE INDEX "idea_comments_submission_uq" ON "idea_comments" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "idea_comments_idea_ix" ON "idea_comments" USING btree ("idea_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "idea_comments_source_ix" ON "idea_comments" USING btree ("source","created_at");--> statement-breakpoint
CREATE INDEX "idea_comments_state_ix" ON "idea_comments" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_reports_once_uq" ON "idea_reports" USING btree ("subject_kind","subject_id","reporter");--> statement-breakpoint
CREATE INDEX "idea_reports_subject_ix" ON "idea_reports" USING btree ("subject_kind","subject_id","is_open");--> statement-breakpoint
CREATE INDEX "idea_cases_subject_ix" ON "idea_cases" USING btree ("subject_kind","subject_id","opened_at");--> statement-breakpoint
CREATE INDEX "idea_cases_state_ix" ON "idea_cases" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "idea_cases_appeal_ix" ON "idea_cases" USING btree ("appeal_state","appealed_at");--> statement-breakpoint
CREATE INDEX "idea_cases_idea_ix" ON "idea_cases" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "idea_cases_board_ix" ON "idea_cases" USING btree ("board_id");--> statement-breakpoint
CREATE UNIQUE INDEX "safeguarding_calls_once_uq" ON "safeguarding_calls" USING btree ("case_id","account_id");--> statement-breakpoint
CREATE INDEX "safeguarding_calls_account_ix" ON "safeguarding_calls" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "safeguarding_hand_overs_case_ix" ON "safeguarding_hand_overs" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "safeguarding_hand_overs_at_ix" ON "safeguarding_hand_overs" USING btree ("at");--> statement-breakpoint
CREATE INDEX "safeguarding_turns_days_ix" ON "safeguarding_turns" USING btree ("from_day","to_day");--> statement-breakpoint
CREATE INDEX "safeguarding_turns_account_ix" ON "safeguarding_turns" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_agreements_board_uq" ON "idea_agreements" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "idea_marks_marker_ix" ON "idea_marks" USING btree ("marker");--> statement-breakpoint
CREATE INDEX "idea_marks_source_ix" ON "idea_marks" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "idea_marks_standing_ix" ON "idea_marks" USING btree ("standing","at");--> statement-breakpoint
CREATE INDEX "idea_statements_board_ix" ON "idea_statements" USING btree ("board_id","state","position");--> statement-breakpoint
CREATE INDEX "idea_statements_idea_ix" ON "idea_statements" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "idea_supports_source_ix" ON "idea_supports" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "idea_supports_supporter_ix" ON "idea_supports" USING btree ("supporter");--> statement-breakpoint
CREATE INDEX "idea_supports_participant_ix" ON "idea_supports" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "idea_supports_standing_ix" ON "idea_supports" USING btree ("standing","at");