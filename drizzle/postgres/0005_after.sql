CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"basis" text NOT NULL,
	"state" text NOT NULL,
	"pence" bigint,
	"words" text,
	"advised_at" timestamp (3) with time zone,
	"claimed_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"paid_at" timestamp (3) with time zone,
	"paid_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_pence_ck" CHECK ("claims"."pence" is null or "claims"."pence" >= 1)
);
--> statement-breakpoint
CREATE TABLE "payment_offers" (
	"event_id" text NOT NULL,
	"basis" text NOT NULL,
	"most_pence" bigint NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "payment_offers_event_id_basis_pk" PRIMARY KEY("event_id","basis"),
	CONSTRAINT "payment_offers_most_ck" CHECK ("payment_offers"."most_pence" >= 1)
);
--> statement-breakpoint
CREATE TABLE "feedback_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"came" boolean NOT NULL,
	"rating" bigint,
	"had_say" bigint,
	"felt_heard" text,
	"access_ok" text,
	"would_return" text,
	"good" text,
	"better" text,
	"may_print" boolean NOT NULL,
	"flags" jsonb NOT NULL,
	"channel" text NOT NULL,
	"given_day" text NOT NULL,
	"submission" text,
	CONSTRAINT "feedback_forms_rating_ck" CHECK ("feedback_forms"."rating" is null or "feedback_forms"."rating" between 1 and 5),
	CONSTRAINT "feedback_forms_say_ck" CHECK ("feedback_forms"."had_say" is null or "feedback_forms"."had_say" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "heard_pages" (
	"event_id" text PRIMARY KEY NOT NULL,
	"summary" text NOT NULL,
	"quotes" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"published_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "heard_versions" (
	"event_id" text NOT NULL,
	"version" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"feedback_forms" bigint,
	"changes" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "heard_versions_event_id_version_pk" PRIMARY KEY("event_id","version")
);
--> statement-breakpoint
CREATE TABLE "event_after" (
	"event_id" text PRIMARY KEY NOT NULL,
	"open_until" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "event_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"place" text NOT NULL,
	"question" text NOT NULL,
	"text" text NOT NULL,
	"public_text" text,
	"agreeing" bigint NOT NULL,
	"channel" text NOT NULL,
	"may_print" boolean NOT NULL,
	"state" text NOT NULL,
	"flags" jsonb NOT NULL,
	"set_aside_for" text,
	"next_step_id" text,
	"submission" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_notes_agreeing_ck" CHECK ("event_notes"."agreeing" >= 1)
);
--> statement-breakpoint
CREATE TABLE "next_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"owner_role" text,
	"due_day" text,
	"outcome" text,
	"done_day" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "note_themes" (
	"note_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "note_themes_note_id_theme_id_pk" PRIMARY KEY("note_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "gave_feedback" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_offers" ADD CONSTRAINT "payment_offers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_forms" ADD CONSTRAINT "feedback_forms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_pages" ADD CONSTRAINT "heard_pages_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_versions" ADD CONSTRAINT "heard_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_after" ADD CONSTRAINT "event_after_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_notes" ADD CONSTRAINT "event_notes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_notes" ADD CONSTRAINT "event_notes_next_step_id_next_steps_id_fk" FOREIGN KEY ("next_step_id") REFERENCES "public"."next_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_steps" ADD CONSTRAINT "next_steps_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_themes" ADD CONSTRAINT "note_themes_note_id_event_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."event_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_themes" ADD CONSTRAINT "note_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_registration_uq" ON "claims" USING btree ("registration_id","basis");--> statement-breakpoint
CREATE INDEX "claims_event_ix" ON "claims" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "claims_state_ix" ON "claims" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_forms_submission_uq" ON "feedback_forms" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "feedback_forms_event_ix" ON "feedback_forms" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "feedback_forms_day_ix" ON "feedback_forms" USING btree ("given_day");--> statement-breakpoint
CREATE INDEX "heard_versions_published_ix" ON "heard_versions" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_notes_submission_uq" ON "event_notes" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "event_notes_event_ix" ON "event_notes" USING btree ("event_id","state","id");--> statement-breakpoint
CREATE INDEX "event_notes_step_ix" ON "event_notes" USING btree ("next_step_id");--> statement-breakpoint
CREATE INDEX "event_notes_created_ix" ON "event_notes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "next_steps_event_ix" ON "next_steps" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "note_themes_theme_ix" ON "note_themes" USING btree ("theme_id");