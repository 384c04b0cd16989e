CREATE TABLE "feedback_themes" (
	"form_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "feedback_themes_form_id_theme_id_pk" PRIMARY KEY("form_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "feedback_themes" ADD CONSTRAINT "feedback_themes_form_id_feedback_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."feedback_forms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_themes" ADD CONSTRAINT "feedback_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_themes_theme_ix" ON "feedback_themes" USING btree ("theme_id");