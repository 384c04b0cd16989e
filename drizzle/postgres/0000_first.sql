CREATE TABLE "adjustment_counts" (
	"event_id" text NOT NULL,
	"need" text NOT NULL,
	"requested" bigint NOT NULL,
	"met" bigint NOT NULL,
	"partly" bigint NOT NULL,
	"not_met" bigint NOT NULL,
	CONSTRAINT "adjustment_counts_event_id_need_pk" PRIMARY KEY("event_id","need"),
	CONSTRAINT "adjustment_counts_ck" CHECK ("adjustment_counts"."met" >= 0 and "adjustment_counts"."partly" >= 0 and "adjustment_counts"."not_met" >= 0)
);
--> statement-breakpoint
CREATE TABLE "allocation_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"registration_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"places" bigint NOT NULL,
	"free" bigint NOT NULL,
	"passed_by" text
);
--> statement-breakpoint
CREATE TABLE "attendance_counts" (
	"event_id" text NOT NULL,
	"neighbourhood_id" text NOT NULL,
	"attended" bigint NOT NULL,
	"no_show" bigint NOT NULL,
	"walk_ins" bigint NOT NULL,
	CONSTRAINT "attendance_counts_event_id_neighbourhood_id_pk" PRIMARY KEY("event_id","neighbourhood_id"),
	CONSTRAINT "attendance_counts_ck" CHECK ("attendance_counts"."attended" >= 0 and "attendance_counts"."no_show" >= 0 and "attendance_counts"."walk_ins" >= 0)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"description_html" text NOT NULL,
	"description_renderer" text NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"audience" text NOT NULL,
	"neighbourhood_id" text,
	"venue_id" text,
	"host_id" text,
	"online_link" text,
	"dial_in" text,
	"starts_local" text NOT NULL,
	"ends_local" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"registration" text NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"capacity" bigint NOT NULL,
	"carers_take_places" boolean NOT NULL,
	"offer_hours" bigint NOT NULL,
	"provided" jsonb NOT NULL,
	"thanks" text,
	"state" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text,
	"sequence" bigint NOT NULL,
	"confirmed_places" bigint NOT NULL,
	"held_places" bigint NOT NULL,
	"kept_places" bigint NOT NULL,
	"waiting_count" bigint NOT NULL,
	"next_in_queue" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_capacity_ck" CHECK ("events"."capacity" >= 0),
	CONSTRAINT "events_counts_ck" CHECK ("events"."confirmed_places" >= 0 and "events"."held_places" >= 0 and "events"."waiting_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "registration_needs" (
	"registration_id" text NOT NULL,
	"need" text NOT NULL,
	CONSTRAINT "registration_needs_registration_id_need_pk" PRIMARY KEY("registration_id","need")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"reference" text NOT NULL,
	"token_version" bigint NOT NULL,
	"state" text NOT NULL,
	"ended" text,
	"ended_at" timestamp (3) with time zone,
	"party" bigint NOT NULL,
	"carers" bigint NOT NULL,
	"places" bigint NOT NULL,
	"promote" text NOT NULL,
	"queue_number" bigint NOT NULL,
	"skips" bigint NOT NULL,
	"offer_expires_at" timestamp (3) with time zone,
	"needs_detail" text,
	"language" text,
	"helper_name" text,
	"helper_contact" text,
	"channel" text NOT NULL,
	"booked_by" text,
	"submission" text,
	"possible_duplicate_of" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "registrations_party_ck" CHECK ("registrations"."party" >= 1 and "registrations"."carers" >= 0 and "registrations"."carers" <= "registrations"."party")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"email" text NOT NULL,
	"participant_id" text,
	"state" text NOT NULL,
	"left_on" text,
	"totp_sealed" text,
	"totp_next_sealed" text,
	"totp_confirmed_at" timestamp (3) with time zone,
	"totp_last_step" text,
	"blurb" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "communication_needs" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"need" text NOT NULL,
	"detail" text,
	"asked" boolean NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"purpose" text NOT NULL,
	"wording" text NOT NULL,
	"given" boolean NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"preferred_contact" text NOT NULL,
	"email" text,
	"phone" text,
	"address" text,
	"contact_folded" text,
	"kind" text NOT NULL,
	"organisation" text,
	"neighbourhood_id" text,
	"own_place" text,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text,
	"from_day" text NOT NULL,
	"to_day" text,
	"given_by" text,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text,
	"attempts" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boroughs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"council" text NOT NULL,
	"programme" text NOT NULL,
	"tagline" text NOT NULL,
	"gss_code" text NOT NULL,
	"population" bigint NOT NULL,
	"population_source" text NOT NULL,
	"population_day" text NOT NULL,
	"contacts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "neighbourhoods" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"external_code" text NOT NULL,
	"basis" text NOT NULL,
	"status" text NOT NULL,
	"population" bigint NOT NULL,
	"population_source" text NOT NULL,
	"population_day" text NOT NULL,
	"palette" text NOT NULL,
	"seed" bigint NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"happening" jsonb NOT NULL,
	"aliases" jsonb NOT NULL,
	"outline" jsonb NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postcode_sectors" (
	"sector" text PRIMARY KEY NOT NULL,
	"neighbourhood_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"neighbourhood_id" text,
	"features" jsonb NOT NULL,
	"travel" text NOT NULL,
	"arrival" text NOT NULL,
	"capacity" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_unsealed" (
	"event_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"attempts" bigint NOT NULL,
	"done_at" timestamp (3) with time zone,
	"trouble" text,
	CONSTRAINT "jobs_name_subject_due_at_pk" PRIMARY KEY("name","subject","due_at")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"from_kind" text NOT NULL,
	"from_id" text NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "links_from_kind_from_id_to_kind_to_id_pk" PRIMARY KEY("from_kind","from_id","to_kind","to_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_name" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"calendar" text,
	"about_kind" text NOT NULL,
	"about_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"trouble" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "rate_limits_count_ck" CHECK ("rate_limits"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"key" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"path" text NOT NULL,
	"heading" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"second_factor_at" timestamp (3) with time zone,
	"browser" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "adjustment_counts" ADD CONSTRAINT "adjustment_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_notes" ADD CONSTRAINT "allocation_notes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_notes" ADD CONSTRAINT "allocation_notes_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_counts" ADD CONSTRAINT "attendance_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_host_id_organisations_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_needs" ADD CONSTRAINT "registration_needs_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communication_needs" ADD CONSTRAINT "communication_needs_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_sectors" ADD CONSTRAINT "postcode_sectors_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_unsealed" ADD CONSTRAINT "audit_unsealed_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_notes_event_ix" ON "allocation_notes" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "allocation_notes_registration_ix" ON "allocation_notes" USING btree ("registration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_slug_uq" ON "events" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "events_starts_ix" ON "events" USING btree ("state","audience","starts_at");--> statement-breakpoint
CREATE INDEX "events_neighbourhood_ix" ON "events" USING btree ("neighbourhood_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_reference_uq" ON "registrations" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_submission_uq" ON "registrations" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "registrations_queue_ix" ON "registrations" USING btree ("event_id","state","queue_number");--> statement-breakpoint
CREATE INDEX "registrations_participant_ix" ON "registrations" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "registrations_offers_ix" ON "registrations" USING btree ("state","offer_expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_uq" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_slug_uq" ON "accounts" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "accounts_name_ix" ON "accounts" USING btree ("state","name_folded","id");--> statement-breakpoint
CREATE INDEX "communication_needs_participant_ix" ON "communication_needs" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "consents_participant_ix" ON "consents" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "participants_contact_ix" ON "participants" USING btree ("contact_folded");--> statement-breakpoint
CREATE INDEX "recovery_codes_account_ix" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_grants_account_ix" ON "role_grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_grants_role_ix" ON "role_grants" USING btree ("role");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_links_token_uq" ON "sign_in_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_links_account_ix" ON "sign_in_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_links_browser_ix" ON "sign_in_links" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "sign_in_links_expires_ix" ON "sign_in_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "neighbourhoods_slug_uq" ON "neighbourhoods" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug_uq" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "venues_slug_uq" ON "venues" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "venues_neighbourhood_ix" ON "venues" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "audit_events_subject_ix" ON "audit_events" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_ix" ON "audit_events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_act_ix" ON "audit_events" USING btree ("act","id");--> statement-breakpoint
CREATE INDEX "audit_events_at_ix" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_event_uq" ON "audit_seals" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "jobs_due_ix" ON "jobs" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "links_to_ix" ON "links" USING btree ("to_kind","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key_uq" ON "messages" USING btree ("key");--> statement-breakpoint
CREATE INDEX "messages_due_ix" ON "messages" USING btree ("state","channel","due_at");--> statement-breakpoint
CREATE INDEX "messages_about_ix" ON "messages" USING btree ("about_kind","about_id");--> statement-breakpoint
CREATE INDEX "messages_created_ix" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_window_ix" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE UNIQUE INDEX "search_entries_subject_uq" ON "search_entries" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "sessions_user_ix" ON "sessions" USING btree ("user_id");