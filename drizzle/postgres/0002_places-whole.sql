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
ALTER TABLE "boundary_changes" ADD CONSTRAINT "boundary_changes_from_id_neighbourhoods_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary_changes" ADD CONSTRAINT "boundary_changes_to_id_neighbourhoods_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhood_successions" ADD CONSTRAINT "neighbourhood_successions_predecessor_id_neighbourhoods_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhood_successions" ADD CONSTRAINT "neighbourhood_successions_successor_id_neighbourhoods_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "organisations_successor_ix" ON "organisations" USING btree ("successor_id");