CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"came" text NOT NULL,
	"registration_id" text,
	"participant_id" text,
	"neighbourhood_id" text,
	"people" bigint NOT NULL,
	"unknown_code" text,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"skew_seconds" bigint NOT NULL,
	"device" text NOT NULL,
	"recorded_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	CONSTRAINT "attendances_people_ck" CHECK ("attendances"."people" >= 1)
);
--> statement-breakpoint
CREATE TABLE "list_closings" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"closed_by" text,
	"reopened_at" timestamp (3) with time zone,
	"reopened_by" text,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_closings" ADD CONSTRAINT "list_closings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_event_ix" ON "attendances" USING btree ("event_id","came","arrived_at");--> statement-breakpoint
CREATE INDEX "attendances_newest_ix" ON "attendances" USING btree ("event_id","received_at","arrived_at","id");--> statement-breakpoint
CREATE INDEX "attendances_registration_ix" ON "attendances" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "attendances_participant_ix" ON "attendances" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "list_closings_event_ix" ON "list_closings" USING btree ("event_id","reopened_at");