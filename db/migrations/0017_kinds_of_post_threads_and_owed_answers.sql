CREATE TYPE "public"."owed_for" AS ENUM('comment', 'story');--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'poll';--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'appeal';--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'incident';--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'session';--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'exposure';--> statement-breakpoint
ALTER TYPE "public"."post_kind" ADD VALUE 'commendation';--> statement-breakpoint
CREATE TABLE "owed_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "owed_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"what" "owed_for" NOT NULL,
	"post_id" bigint NOT NULL,
	"comment_id" bigint,
	"office_id" bigint NOT NULL,
	"leader_id" bigint,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"amber_at" timestamp (3) with time zone,
	"yellow_at" timestamp (3) with time zone,
	"red_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"stopped_event_id" bigint,
	"provisional" boolean DEFAULT false NOT NULL,
	"working" jsonb NOT NULL,
	CONSTRAINT "owed_answers_name_their_comment" CHECK (("owed_answers"."what" = 'comment') = ("owed_answers"."comment_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"number" smallint NOT NULL,
	"author_id" bigint NOT NULL,
	"leader_id" bigint,
	"office_id" bigint,
	"voice" "post_voice",
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"hidden_code" text,
	"hidden_by_id" bigint
);
--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "update_id" bigint;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "owed_answers" ADD CONSTRAINT "owed_answers_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owed_answers" ADD CONSTRAINT "owed_answers_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owed_answers" ADD CONSTRAINT "owed_answers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owed_answers" ADD CONSTRAINT "owed_answers_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owed_answers" ADD CONSTRAINT "owed_answers_stopped_event_id_events_id_fk" FOREIGN KEY ("stopped_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_hidden_by_id_offices_id_fk" FOREIGN KEY ("hidden_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "owed_answers_one_per_comment" ON "owed_answers" USING btree ("comment_id") WHERE "owed_answers"."comment_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "owed_answers_one_per_story" ON "owed_answers" USING btree ("post_id","office_id") WHERE "owed_answers"."what" = 'story';--> statement-breakpoint
CREATE INDEX "owed_answers_post" ON "owed_answers" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "owed_answers_office" ON "owed_answers" USING btree ("office_id","due_at","id") WHERE "owed_answers"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "owed_answers_leader" ON "owed_answers" USING btree ("leader_id","due_at","id") WHERE "owed_answers"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "owed_answers_running" ON "owed_answers" USING btree ("due_at") WHERE "owed_answers"."stopped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "updates_number" ON "updates" USING btree ("post_id","number");--> statement-breakpoint
CREATE INDEX "images_update" ON "images" USING btree ("update_id") WHERE "images"."update_id" is not null;