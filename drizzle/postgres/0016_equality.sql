CREATE TABLE "equality_answers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"collection_kind" text NOT NULL,
	"collection_id" text NOT NULL,
	"neighbourhood_id" text,
	"month" text NOT NULL,
	"lists" jsonb NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"last_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_pools" (
	"collection_kind" text NOT NULL,
	"collection_id" text NOT NULL,
	"month" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "equality_pools_collection_kind_collection_id_month_pk" PRIMARY KEY("collection_kind","collection_id","month")
);
--> statement-breakpoint
CREATE TABLE "equality_settings" (
	"borough_id" text PRIMARY KEY NOT NULL,
	"extras" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_tallies" (
	"collection_kind" text NOT NULL,
	"collection_id" text NOT NULL,
	"place" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "equality_tallies_collection_kind_collection_id_place_question_answer_pk" PRIMARY KEY("collection_kind","collection_id","place","question","answer"),
	CONSTRAINT "equality_tallies_count_ck" CHECK ("equality_tallies"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "population_figures" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"area_code" text NOT NULL,
	"area_kind" text NOT NULL,
	"topic" text NOT NULL,
	"category_code" text NOT NULL,
	"count" bigint NOT NULL,
	"base" bigint NOT NULL,
	"source" text NOT NULL,
	"source_date" text NOT NULL,
	"licence" text NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "population_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" text,
	"figures" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "equality_answers" ADD CONSTRAINT "equality_answers_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_figures" ADD CONSTRAINT "population_figures_import_id_population_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."population_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_imports" ADD CONSTRAINT "population_imports_imported_by_accounts_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "equality_answers_collection_ix" ON "equality_answers" USING btree ("collection_kind","collection_id");--> statement-breakpoint
CREATE INDEX "equality_drafts_day_ix" ON "equality_drafts" USING btree ("last_day");--> statement-breakpoint
CREATE INDEX "equality_pools_month_ix" ON "equality_pools" USING btree ("month");--> statement-breakpoint
CREATE INDEX "equality_submissions_day_ix" ON "equality_submissions" USING btree ("day");--> statement-breakpoint
CREATE INDEX "population_figures_now_ix" ON "population_figures" USING btree ("replaced_at","area_code","topic");--> statement-breakpoint
CREATE INDEX "population_imports_at_ix" ON "population_imports" USING btree ("imported_at");