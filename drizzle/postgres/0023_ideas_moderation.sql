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
CREATE INDEX "idea_statements_idea_ix" ON "idea_statements" USING btree ("idea_id");