CREATE TABLE "appraisal_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"note" text NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal_criteria" (
	"id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"position" bigint NOT NULL,
	"label" text NOT NULL,
	"description" text NOT NULL,
	"weight" bigint NOT NULL,
	CONSTRAINT "appraisal_criteria_weight_ck" CHECK ("appraisal_criteria"."weight" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "appraisal_decisions" (
	"appraisal_id" text PRIMARY KEY NOT NULL,
	"option_id" text,
	"decision" text NOT NULL,
	"reasons" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"dissent" text,
	"equality_title" text NOT NULL,
	"equality_link" text NOT NULL,
	"equality_read_by" text NOT NULL,
	"equality_read_day" text NOT NULL,
	"decided_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal_kind_weights" (
	"appraisal_id" text NOT NULL,
	"kind" text NOT NULL,
	"weights" jsonb NOT NULL,
	CONSTRAINT "appraisal_kind_weights_appraisal_id_kind_pk" PRIMARY KEY("appraisal_id","kind")
);
--> statement-breakpoint
CREATE TABLE "appraisal_options" (
	"id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"pros" jsonb NOT NULL,
	"cons" jsonb NOT NULL,
	"risks" jsonb NOT NULL,
	"cost_low" bigint,
	"cost_high" bigint,
	"cost_note" text NOT NULL,
	"cost_expected_day" text,
	CONSTRAINT "appraisal_options_cost_ck" CHECK (("appraisal_options"."cost_low" is null) = ("appraisal_options"."cost_high" is null))
);
--> statement-breakpoint
CREATE TABLE "appraisal_weight_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisals" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"question" text NOT NULL,
	"summary" text NOT NULL,
	"stage" text NOT NULL,
	"method" text,
	"neighbourhood_id" text,
	"place" text NOT NULL,
	"held_day" text NOT NULL,
	"decider" text NOT NULL,
	"decision_due_day" text NOT NULL,
	"agreed_by" text,
	"agreed_day" text,
	"agreed_how" text,
	"state" text NOT NULL,
	"room_code" text,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"next_step" text,
	"next_step_day" text,
	"result" jsonb,
	"decision_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_dates" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"question" text NOT NULL,
	"background" text NOT NULL,
	"options" jsonb NOT NULL,
	"decider" text NOT NULL,
	"neighbourhood_id" text,
	"first_due_day" text NOT NULL,
	"due_day" text NOT NULL,
	"outcome" text,
	"reasons" text,
	"decided_day" text,
	"withdrawn_reason" text,
	"withdrawn_day" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decisions_over_ck" CHECK ("decisions"."decided_day" is null or "decisions"."withdrawn_day" is null),
	CONSTRAINT "decisions_outcome_ck" CHECK (("decisions"."decided_day" is null) = ("decisions"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "appraiser_scores" (
	"id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"kind" text NOT NULL,
	"scores" jsonb NOT NULL,
	"first" text,
	"could" jsonb NOT NULL,
	"key" text
);
--> statement-breakpoint
ALTER TABLE "appraisal_corrections" ADD CONSTRAINT "appraisal_corrections_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_criteria" ADD CONSTRAINT "appraisal_criteria_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_decisions" ADD CONSTRAINT "appraisal_decisions_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_decisions" ADD CONSTRAINT "appraisal_decisions_option_id_appraisal_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."appraisal_options"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_kind_weights" ADD CONSTRAINT "appraisal_kind_weights_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_options" ADD CONSTRAINT "appraisal_options_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_weight_changes" ADD CONSTRAINT "appraisal_weight_changes_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_dates" ADD CONSTRAINT "decision_dates_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraiser_scores" ADD CONSTRAINT "appraiser_scores_appraisal_id_appraisals_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appraisal_corrections_ix" ON "appraisal_corrections" USING btree ("appraisal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_criteria_position_uq" ON "appraisal_criteria" USING btree ("appraisal_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_options_position_uq" ON "appraisal_options" USING btree ("appraisal_id","position");--> statement-breakpoint
CREATE INDEX "appraisal_weight_changes_ix" ON "appraisal_weight_changes" USING btree ("appraisal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisals_slug_uq" ON "appraisals" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisals_code_uq" ON "appraisals" USING btree ("room_code");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisals_decision_uq" ON "appraisals" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "appraisals_state_ix" ON "appraisals" USING btree ("state","held_day");--> statement-breakpoint
CREATE INDEX "decision_dates_decision_ix" ON "decision_dates" USING btree ("decision_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_slug_uq" ON "decisions" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "decisions_due_ix" ON "decisions" USING btree ("decided_day","due_day");--> statement-breakpoint
CREATE INDEX "decisions_neighbourhood_ix" ON "decisions" USING btree ("neighbourhood_id","due_day");--> statement-breakpoint
CREATE UNIQUE INDEX "appraiser_scores_key_uq" ON "appraiser_scores" USING btree ("key");--> statement-breakpoint
CREATE INDEX "appraiser_scores_appraisal_ix" ON "appraiser_scores" USING btree ("appraisal_id","kind");