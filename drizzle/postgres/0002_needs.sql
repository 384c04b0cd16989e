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
ALTER TABLE "messages" ADD COLUMN "formats" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "event_exports" ADD CONSTRAINT "event_exports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_notes" ADD CONSTRAINT "need_notes_task_id_need_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."need_tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tasks" ADD CONSTRAINT "need_tasks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tasks" ADD CONSTRAINT "need_tasks_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_reviews" ADD CONSTRAINT "need_reviews_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_exports_event_ix" ON "event_exports" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "need_notes_task_ix" ON "need_notes" USING btree ("task_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_tasks_need_uq" ON "need_tasks" USING btree ("registration_id","need");--> statement-breakpoint
CREATE INDEX "need_tasks_event_ix" ON "need_tasks" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "need_tasks_work_ix" ON "need_tasks" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "need_tasks_owner_ix" ON "need_tasks" USING btree ("owner_id","state");--> statement-breakpoint
CREATE INDEX "retention_holds_event_ix" ON "retention_holds" USING btree ("event_id","lifted_at");--> statement-breakpoint
CREATE INDEX "retention_runs_at_ix" ON "retention_runs" USING btree ("at");--> statement-breakpoint
CREATE INDEX "need_reviews_participant_ix" ON "need_reviews" USING btree ("participant_id","id");--> statement-breakpoint
CREATE INDEX "need_reviews_state_ix" ON "need_reviews" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "registrations_event_ix" ON "registrations" USING btree ("event_id","queue_number");