CREATE TABLE "thing_links" (
	"cause_kind" text NOT NULL,
	"cause_id" text NOT NULL,
	"effect_kind" text NOT NULL,
	"effect_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thing_links_cause_kind_cause_id_effect_kind_effect_id_pk" PRIMARY KEY("cause_kind","cause_id","effect_kind","effect_id")
);
--> statement-breakpoint
CREATE INDEX "thing_links_effect_ix" ON "thing_links" USING btree ("effect_kind","effect_id");