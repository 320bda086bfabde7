CREATE TYPE "public"."poll_mode" AS ENUM('single', 'multiple', 'ranked');--> statement-breakpoint
CREATE TABLE "poll_ballots" (
	"post_id" bigint NOT NULL,
	"slot" bigint NOT NULL,
	"choices" smallint[] NOT NULL,
	CONSTRAINT "poll_ballots_post_id_slot_pk" PRIMARY KEY("post_id","slot")
);
--> statement-breakpoint
CREATE TABLE "poll_voters" (
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"counted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "poll_voters_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"post_id" bigint PRIMARY KEY NOT NULL,
	"mode" "poll_mode" NOT NULL,
	"options" text[] NOT NULL,
	"most" smallint NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"voters" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	CONSTRAINT "polls_counted_have_a_result" CHECK (("polls"."closed_at" is null) = ("polls"."result" is null))
);
--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_post_id_polls_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."polls"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_post_id_polls_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."polls"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "poll_voters_uncounted" ON "poll_voters" USING btree ("post_id") WHERE not "poll_voters"."counted";--> statement-breakpoint
CREATE INDEX "polls_open" ON "polls" USING btree ("closes_at") WHERE "polls"."closed_at" is null;