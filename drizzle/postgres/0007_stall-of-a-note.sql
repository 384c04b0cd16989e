ALTER TABLE "event_notes" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "event_notes" ADD CONSTRAINT "event_notes_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_notes_session_ix" ON "event_notes" USING btree ("session_id");