CREATE TABLE "feedback_themes" (
	"form_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "feedback_themes_form_id_theme_id_pk" PRIMARY KEY("form_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "survey_quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"text_id" bigint NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"checked_by" jsonb NOT NULL,
	"published_day" text,
	CONSTRAINT "survey_quotes_published_ck" CHECK (("survey_quotes"."state" = 'published') = ("survey_quotes"."published_day" is not null)),
	CONSTRAINT "survey_quotes_words_ck" CHECK (("survey_quotes"."state" = 'withdrawn') = ("survey_quotes"."words" = ''))
);
--> statement-breakpoint
CREATE TABLE "survey_reading_themes" (
	"reading_id" bigint NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "survey_reading_themes_reading_id_theme_id_pk" PRIMARY KEY("reading_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "survey_readings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"text_id" bigint NOT NULL,
	"part" text NOT NULL,
	"reader" text NOT NULL,
	"stands" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_texts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"response_id" bigint NOT NULL,
	"box" text NOT NULL,
	"flags" jsonb NOT NULL,
	"danger" text NOT NULL,
	"is_read" boolean NOT NULL,
	"in_sample" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "asks_to_quote" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "may_quote" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback_themes" ADD CONSTRAINT "feedback_themes_form_id_feedback_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."feedback_forms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_themes" ADD CONSTRAINT "feedback_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_quotes" ADD CONSTRAINT "survey_quotes_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_quotes" ADD CONSTRAINT "survey_quotes_text_id_survey_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."survey_texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_quotes" ADD CONSTRAINT "survey_quotes_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_reading_themes" ADD CONSTRAINT "survey_reading_themes_reading_id_survey_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."survey_readings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_reading_themes" ADD CONSTRAINT "survey_reading_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_readings" ADD CONSTRAINT "survey_readings_text_id_survey_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."survey_texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_readings" ADD CONSTRAINT "survey_readings_reader_accounts_id_fk" FOREIGN KEY ("reader") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_texts" ADD CONSTRAINT "survey_texts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_texts" ADD CONSTRAINT "survey_texts_response_id_survey_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."survey_responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_themes_theme_ix" ON "feedback_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_quotes_text_uq" ON "survey_quotes" USING btree ("text_id");--> statement-breakpoint
CREATE INDEX "survey_quotes_survey_ix" ON "survey_quotes" USING btree ("survey_id","state");--> statement-breakpoint
CREATE INDEX "survey_reading_themes_theme_ix" ON "survey_reading_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_readings_part_uq" ON "survey_readings" USING btree ("text_id","part");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_texts_response_uq" ON "survey_texts" USING btree ("response_id","box");--> statement-breakpoint
CREATE INDEX "survey_texts_read_ix" ON "survey_texts" USING btree ("survey_id","box","is_read","id");--> statement-breakpoint
CREATE INDEX "survey_texts_danger_ix" ON "survey_texts" USING btree ("survey_id","danger");--> statement-breakpoint
CREATE INDEX "survey_texts_sample_ix" ON "survey_texts" USING btree ("survey_id","box","in_sample","id");