CREATE TABLE "survey_voucher_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"count" bigint NOT NULL,
	"made_by" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_voucher_batches_count_ck" CHECK ("survey_voucher_batches"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "survey_vouchers" (
	"hash" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"used" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "asks_voucher" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_voucher_batches" ADD CONSTRAINT "survey_voucher_batches_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_voucher_batches" ADD CONSTRAINT "survey_voucher_batches_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_vouchers" ADD CONSTRAINT "survey_vouchers_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_voucher_batches_survey_ix" ON "survey_voucher_batches" USING btree ("survey_id","made_at");--> statement-breakpoint
CREATE INDEX "survey_vouchers_survey_ix" ON "survey_vouchers" USING btree ("survey_id","used");