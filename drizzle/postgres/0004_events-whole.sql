CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"plan_id" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"kind" text NOT NULL,
	"neighbourhood_id" text,
	"audience" text NOT NULL,
	"channel" text NOT NULL,
	"planned_level" bigint NOT NULL,
	"achieved_level" bigint,
	"in_decision" text,
	"in_delivery" text,
	"decision_at_stake" text,
	"can_change" text,
	"cannot_change" text,
	"what_changes" text,
	"what_stays" text,
	"lead_account_id" text,
	"lead_role" text,
	"opens_day" text NOT NULL,
	"closes_day" text NOT NULL,
	"state" text NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text,
	"what_happened" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activities_planned_ck" CHECK ("activities"."planned_level" between 2 and 7),
	CONSTRAINT "activities_achieved_ck" CHECK ("activities"."achieved_level" is null or "activities"."achieved_level" between 2 and 7),
	CONSTRAINT "activities_lead_ck" CHECK (("activities"."lead_account_id" is null) <> ("activities"."lead_role" is null)),
	CONSTRAINT "activities_days_ck" CHECK ("activities"."closes_day" >= "activities"."opens_day")
);
--> statement-breakpoint
CREATE TABLE "activity_reps" (
	"activity_id" text NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "activity_reps_activity_id_account_id_pk" PRIMARY KEY("activity_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "consultation_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"advisory_days" bigint NOT NULL,
	"staff_days" bigint,
	"staff_rule" text
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"activity_id" text PRIMARY KEY NOT NULL,
	"not_yet_decided" text,
	"decider" text,
	"decision_day" text,
	"reasons" text,
	"alternatives" text,
	"papers_link" text,
	"time_reason" text,
	"equality_analysis" text,
	"equality_by" text,
	"equality_day" text,
	"considered_how" text,
	"answers_received" bigint,
	"equality_read_by" text,
	"equality_read_day" text,
	"decision" text,
	"decision_reasons" text,
	"decided_day" text
);
--> statement-breakpoint
CREATE TABLE "election_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"from_day" text NOT NULL,
	"poll_day" text NOT NULL,
	CONSTRAINT "election_periods_days_ck" CHECK ("election_periods"."poll_day" >= "election_periods"."from_day")
);
--> statement-breakpoint
CREATE TABLE "engagement_plan_versions" (
	"plan_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"objectives" jsonb NOT NULL,
	"audiences" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "engagement_plan_versions_plan_id_version_pk" PRIMARY KEY("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "engagement_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"objectives" jsonb NOT NULL,
	"audiences" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text,
	"neighbourhood_id" text,
	"day" text NOT NULL,
	"place" text NOT NULL,
	"community" text NOT NULL,
	"head_count" bigint NOT NULL,
	"heard" text NOT NULL,
	"follow_up" text,
	"follow_up_day" text,
	"followed_up_day" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outreach_entries_heads_ck" CHECK ("outreach_entries"."head_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outreach_people" (
	"entry_id" text NOT NULL,
	"participant_id" text NOT NULL,
	CONSTRAINT "outreach_people_entry_id_participant_id_pk" PRIMARY KEY("entry_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "participation_ratings" (
	"id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"level" bigint NOT NULL,
	"channel" text NOT NULL,
	"submission" text,
	"day" text NOT NULL,
	CONSTRAINT "participation_ratings_level_ck" CHECK ("participation_ratings"."level" between 1 and 7)
);
--> statement-breakpoint
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
CREATE TABLE "event_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"format" text NOT NULL,
	"columns" jsonb NOT NULL,
	"bookings" bigint NOT NULL,
	"reason" text
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
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"email" text,
	"most" bigint NOT NULL,
	"token_version" bigint NOT NULL,
	"state" text NOT NULL,
	"registration_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"by_id" text,
	"to_id" text,
	"words" text
);
--> statement-breakpoint
CREATE TABLE "need_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"need" text NOT NULL,
	"state" text NOT NULL,
	"owner_id" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"arranged" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
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
CREATE TABLE "retention_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"reason" text NOT NULL,
	"placed_by" text,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"started_by" text,
	"bookings" bigint NOT NULL,
	"people" bigint NOT NULL,
	"messages" bigint NOT NULL,
	"held" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_series" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"every" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"host_id" text,
	"host_name" text,
	"room" text,
	"table_number" bigint,
	"access_notes" text,
	"starts_clock" text,
	"ends_clock" text,
	"capacity" bigint,
	"state" text NOT NULL,
	"position" bigint NOT NULL,
	"confirmed_places" bigint NOT NULL,
	"waiting_count" bigint NOT NULL,
	"next_in_queue" bigint NOT NULL,
	CONSTRAINT "event_sessions_counts_ck" CHECK ("event_sessions"."confirmed_places" >= 0 and "event_sessions"."waiting_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "session_places" (
	"registration_id" text NOT NULL,
	"session_id" text NOT NULL,
	"state" text NOT NULL,
	"places" bigint NOT NULL,
	"queue_number" bigint NOT NULL,
	CONSTRAINT "session_places_registration_id_session_id_pk" PRIMARY KEY("registration_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "need_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "boundary_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"words" text NOT NULL,
	"decided_by" text NOT NULL,
	"sectors" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"criteria" text NOT NULL,
	"estimate" bigint,
	"source" text,
	"position" bigint NOT NULL,
	"retired_day" text
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"id" text PRIMARY KEY NOT NULL,
	"png" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "neighbourhood_successions" (
	"predecessor_id" text NOT NULL,
	"successor_id" text NOT NULL,
	CONSTRAINT "neighbourhood_successions_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "service_areas" (
	"id" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"neighbourhood_id" text,
	"from_day" text NOT NULL,
	"to_day" text
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" text NOT NULL,
	"summary" text NOT NULL,
	"reach" text NOT NULL,
	"website" text,
	"retired_day" text
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"label" text NOT NULL,
	"plain_label" text NOT NULL,
	"origin" text NOT NULL,
	"parent_id" text,
	"aliases" jsonb NOT NULL,
	"merged_into_id" text,
	"retired_day" text
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "activity_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "online_capacity" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "adjust_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reminders" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "online_confirmed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "online_held" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "online_kept" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "asked_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "bookable_sessions" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "attending" text DEFAULT 'room' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "approval" text DEFAULT 'not_needed' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "approval_reason" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "wants_payment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "advised_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "gave_feedback" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boroughs" ADD COLUMN "band_low" bigint DEFAULT 30000 NOT NULL;--> statement-breakpoint
ALTER TABLE "boroughs" ADD COLUMN "band_high" bigint DEFAULT 50000 NOT NULL;--> statement-breakpoint
ALTER TABLE "boroughs" ADD COLUMN "colours" jsonb;--> statement-breakpoint
ALTER TABLE "boroughs" ADD COLUMN "logo" jsonb;--> statement-breakpoint
ALTER TABLE "neighbourhoods" ADD COLUMN "retired_day" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "external_code" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "website" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_from" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_to" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "successor_id" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "former_names" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "is_hub" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "opening" text;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "retired_day" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "formats" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_plan_id_engagement_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."engagement_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_lead_account_id_accounts_id_fk" FOREIGN KEY ("lead_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_reps" ADD CONSTRAINT "activity_reps_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_reps" ADD CONSTRAINT "activity_reps_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_plan_versions" ADD CONSTRAINT "engagement_plan_versions_plan_id_engagement_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."engagement_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_entries" ADD CONSTRAINT "outreach_entries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_entries" ADD CONSTRAINT "outreach_entries_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_people" ADD CONSTRAINT "outreach_people_entry_id_outreach_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."outreach_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_people" ADD CONSTRAINT "outreach_people_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_ratings" ADD CONSTRAINT "participation_ratings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_offers" ADD CONSTRAINT "payment_offers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_exports" ADD CONSTRAINT "event_exports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_forms" ADD CONSTRAINT "feedback_forms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_pages" ADD CONSTRAINT "heard_pages_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_versions" ADD CONSTRAINT "heard_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_notes" ADD CONSTRAINT "need_notes_task_id_need_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."need_tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tasks" ADD CONSTRAINT "need_tasks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tasks" ADD CONSTRAINT "need_tasks_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_after" ADD CONSTRAINT "event_after_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_notes" ADD CONSTRAINT "event_notes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_notes" ADD CONSTRAINT "event_notes_next_step_id_next_steps_id_fk" FOREIGN KEY ("next_step_id") REFERENCES "public"."next_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_steps" ADD CONSTRAINT "next_steps_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_themes" ADD CONSTRAINT "note_themes_note_id_event_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."event_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_themes" ADD CONSTRAINT "note_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_host_id_organisations_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary_changes" ADD CONSTRAINT "boundary_changes_from_id_neighbourhoods_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary_changes" ADD CONSTRAINT "boundary_changes_to_id_neighbourhoods_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhood_successions" ADD CONSTRAINT "neighbourhood_successions_predecessor_id_neighbourhoods_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhood_successions" ADD CONSTRAINT "neighbourhood_successions_successor_id_neighbourhoods_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_slug_uq" ON "activities" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "activities_plan_ix" ON "activities" USING btree ("plan_id","opens_day");--> statement-breakpoint
CREATE INDEX "activities_state_ix" ON "activities" USING btree ("state","closes_day");--> statement-breakpoint
CREATE INDEX "activities_neighbourhood_ix" ON "activities" USING btree ("neighbourhood_id","opens_day");--> statement-breakpoint
CREATE INDEX "activity_reps_account_ix" ON "activity_reps" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "election_periods_poll_ix" ON "election_periods" USING btree ("poll_day");--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_plans_slug_uq" ON "engagement_plans" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "engagement_plans_from_ix" ON "engagement_plans" USING btree ("from_day");--> statement-breakpoint
CREATE INDEX "outreach_entries_day_ix" ON "outreach_entries" USING btree ("day");--> statement-breakpoint
CREATE INDEX "outreach_entries_activity_ix" ON "outreach_entries" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "outreach_entries_neighbourhood_ix" ON "outreach_entries" USING btree ("neighbourhood_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_ratings_submission_uq" ON "participation_ratings" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "participation_ratings_activity_ix" ON "participation_ratings" USING btree ("activity_id","level");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_registration_uq" ON "claims" USING btree ("registration_id","basis");--> statement-breakpoint
CREATE INDEX "claims_event_ix" ON "claims" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "claims_state_ix" ON "claims" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "event_exports_event_ix" ON "event_exports" USING btree ("event_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_forms_submission_uq" ON "feedback_forms" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "feedback_forms_event_ix" ON "feedback_forms" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "feedback_forms_day_ix" ON "feedback_forms" USING btree ("given_day");--> statement-breakpoint
CREATE INDEX "heard_versions_published_ix" ON "heard_versions" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "invitations_event_ix" ON "invitations" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "need_notes_task_ix" ON "need_notes" USING btree ("task_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_tasks_need_uq" ON "need_tasks" USING btree ("registration_id","need");--> statement-breakpoint
CREATE INDEX "need_tasks_event_ix" ON "need_tasks" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "need_tasks_work_ix" ON "need_tasks" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "need_tasks_owner_ix" ON "need_tasks" USING btree ("owner_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "event_notes_submission_uq" ON "event_notes" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "event_notes_event_ix" ON "event_notes" USING btree ("event_id","state","id");--> statement-breakpoint
CREATE INDEX "event_notes_step_ix" ON "event_notes" USING btree ("next_step_id");--> statement-breakpoint
CREATE INDEX "event_notes_created_ix" ON "event_notes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "next_steps_event_ix" ON "next_steps" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "note_themes_theme_ix" ON "note_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "retention_holds_event_ix" ON "retention_holds" USING btree ("event_id","lifted_at");--> statement-breakpoint
CREATE INDEX "retention_runs_at_ix" ON "retention_runs" USING btree ("at");--> statement-breakpoint
CREATE INDEX "event_sessions_event_ix" ON "event_sessions" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "session_places_queue_ix" ON "session_places" USING btree ("session_id","state","queue_number");--> statement-breakpoint
CREATE INDEX "need_reviews_participant_ix" ON "need_reviews" USING btree ("participant_id","id");--> statement-breakpoint
CREATE INDEX "need_reviews_state_ix" ON "need_reviews" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "boundary_changes_from_ix" ON "boundary_changes" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "boundary_changes_to_ix" ON "boundary_changes" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cohorts_slug_uq" ON "cohorts" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "neighbourhood_successions_successor_ix" ON "neighbourhood_successions" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "service_areas_service_ix" ON "service_areas" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_areas_neighbourhood_ix" ON "service_areas" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_slug_uq" ON "services" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "services_organisation_ix" ON "services" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_slug_uq" ON "themes" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "themes_parent_ix" ON "themes" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "themes_merged_ix" ON "themes" USING btree ("merged_into_id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_series_id_event_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."event_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_series_ix" ON "events" USING btree ("series_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_activity_ix" ON "events" USING btree ("activity_id","starts_at");--> statement-breakpoint
CREATE INDEX "registrations_event_ix" ON "registrations" USING btree ("event_id","queue_number");--> statement-breakpoint
CREATE INDEX "organisations_successor_ix" ON "organisations" USING btree ("successor_id");