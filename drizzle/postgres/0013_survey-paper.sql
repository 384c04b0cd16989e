CREATE TABLE "survey_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"number" bigint NOT NULL,
	"version" bigint NOT NULL,
	"sheets" bigint NOT NULL,
	"locale" text NOT NULL,
	"large" boolean NOT NULL,
	"place" text NOT NULL,
	"share" bigint NOT NULL,
	"least" bigint NOT NULL,
	"late" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	"ordered_by" text,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_batches_sheets_ck" CHECK ("survey_batches"."sheets" between 1 and 400),
	CONSTRAINT "survey_batches_share_ck" CHECK ("survey_batches"."share" between 0 and 100 and "survey_batches"."least" >= 0)
);
--> statement-breakpoint
CREATE TABLE "survey_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"format" text NOT NULL,
	"words" boolean NOT NULL,
	"names" boolean NOT NULL,
	"responses" bigint NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_sheets" (
	"survey_id" text NOT NULL,
	"code" text NOT NULL,
	"batch_id" text NOT NULL,
	"state" text NOT NULL,
	"typed_by" text,
	"second_by" text,
	"second" jsonb,
	"compared" bigint NOT NULL,
	"alike" bigint NOT NULL,
	CONSTRAINT "survey_sheets_survey_id_code_pk" PRIMARY KEY("survey_id","code"),
	CONSTRAINT "survey_sheets_alike_ck" CHECK ("survey_sheets"."alike" <= "survey_sheets"."compared")
);
--> statement-breakpoint
ALTER TABLE "survey_batches" ADD CONSTRAINT "survey_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_batches" ADD CONSTRAINT "survey_batches_ordered_by_accounts_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_exports" ADD CONSTRAINT "survey_exports_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_exports" ADD CONSTRAINT "survey_exports_by_id_accounts_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_batch_id_survey_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."survey_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_typed_by_accounts_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_second_by_accounts_id_fk" FOREIGN KEY ("second_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_batches_number_uq" ON "survey_batches" USING btree ("survey_id","number");--> statement-breakpoint
CREATE INDEX "survey_exports_survey_ix" ON "survey_exports" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_sheets_batch_ix" ON "survey_sheets" USING btree ("batch_id","state");--> statement-breakpoint
CREATE INDEX "survey_responses_sheet_ix" ON "survey_responses" USING btree ("survey_id","sheet");