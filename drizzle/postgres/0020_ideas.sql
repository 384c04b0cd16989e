CREATE TABLE "idea_boards" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"decides" text NOT NULL,
	"can_change" text NOT NULL,
	"cannot_change" text NOT NULL,
	"house_rules" text NOT NULL,
	"state" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"support" text NOT NULL,
	"points" bigint,
	"moderation" text NOT NULL,
	"asks_link" boolean DEFAULT false NOT NULL,
	"finds_agreement" boolean DEFAULT false NOT NULL,
	"neighbourhood_id" text,
	"activity_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "idea_boards_times_ck" CHECK ("idea_boards"."closes_at" > "idea_boards"."opens_at"),
	CONSTRAINT "idea_boards_points_ck" CHECK (("idea_boards"."support" = 'points') = ("idea_boards"."points" is not null))
);
--> statement-breakpoint
CREATE TABLE "idea_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"merged_id" text NOT NULL,
	"into_id" text NOT NULL,
	"reason" text NOT NULL,
	"merged_by" text,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idea_splits" (
	"idea_id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"title_before" text NOT NULL,
	"text_before" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_themes" (
	"idea_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "idea_themes_idea_id_theme_id_pk" PRIMARY KEY("idea_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"neighbourhood_id" text,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"participant_id" text,
	"added_by" text,
	"shown_name" text,
	"flags" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"support_count" bigint DEFAULT 0 NOT NULL,
	"comment_count" bigint DEFAULT 0 NOT NULL,
	"comments_paused" boolean DEFAULT false NOT NULL,
	"merged_into_id" text,
	"stands_in_id" text NOT NULL,
	"lot" bigint NOT NULL,
	"submission" text,
	CONSTRAINT "ideas_merged_ck" CHECK (("ideas"."state" = 'merged') = ("ideas"."merged_into_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "idea_supports" (
	"idea_id" text NOT NULL,
	"supporter" text NOT NULL,
	"participant_id" text,
	"points" bigint NOT NULL,
	"standing" text NOT NULL,
	"source" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_supports_idea_id_supporter_pk" PRIMARY KEY("idea_id","supporter"),
	CONSTRAINT "idea_supports_points_ck" CHECK ("idea_supports"."points" >= 1)
);
--> statement-breakpoint
ALTER TABLE "idea_boards" ADD CONSTRAINT "idea_boards_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_boards" ADD CONSTRAINT "idea_boards_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_merged_id_ideas_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_into_id_ideas_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_splits" ADD CONSTRAINT "idea_splits_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_splits" ADD CONSTRAINT "idea_splits_from_id_ideas_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_themes" ADD CONSTRAINT "idea_themes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_themes" ADD CONSTRAINT "idea_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_board_id_idea_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."idea_boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_id_ideas_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "idea_boards_slug_uq" ON "idea_boards" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "idea_boards_state_ix" ON "idea_boards" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "idea_boards_activity_ix" ON "idea_boards" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "idea_merges_merged_ix" ON "idea_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "idea_merges_into_ix" ON "idea_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "idea_splits_from_ix" ON "idea_splits" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "idea_themes_theme_ix" ON "idea_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_slug_uq" ON "ideas" USING btree ("board_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_submission_uq" ON "ideas" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "ideas_lot_ix" ON "ideas" USING btree ("board_id","state","lot","id");--> statement-breakpoint
CREATE INDEX "ideas_published_ix" ON "ideas" USING btree ("board_id","state","published_at","id");--> statement-breakpoint
CREATE INDEX "ideas_support_ix" ON "ideas" USING btree ("board_id","state","support_count","id");--> statement-breakpoint
CREATE INDEX "ideas_comments_ix" ON "ideas" USING btree ("board_id","state","comment_count","id");--> statement-breakpoint
CREATE INDEX "ideas_near_ix" ON "ideas" USING btree ("board_id","state","neighbourhood_id");--> statement-breakpoint
CREATE INDEX "ideas_state_ix" ON "ideas" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "ideas_neighbourhood_ix" ON "ideas" USING btree ("neighbourhood_id","state","published_at");--> statement-breakpoint
CREATE INDEX "ideas_stands_in_ix" ON "ideas" USING btree ("stands_in_id");--> statement-breakpoint
CREATE INDEX "ideas_merged_into_ix" ON "ideas" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "ideas_participant_ix" ON "ideas" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "idea_supports_source_ix" ON "idea_supports" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "idea_supports_supporter_ix" ON "idea_supports" USING btree ("supporter");--> statement-breakpoint
CREATE INDEX "idea_supports_participant_ix" ON "idea_supports" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "idea_supports_standing_ix" ON "idea_supports" USING btree ("standing","at");