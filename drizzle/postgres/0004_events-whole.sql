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
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_host_id_organisations_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_event_ix" ON "invitations" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "event_sessions_event_ix" ON "event_sessions" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "session_places_queue_ix" ON "session_places" USING btree ("session_id","state","queue_number");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_series_id_event_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."event_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_series_ix" ON "events" USING btree ("series_id","starts_at");