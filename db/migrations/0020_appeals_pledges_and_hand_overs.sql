CREATE TYPE "public"."appeal_report_outcome" AS ENUM('unfounded', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."appeal_report_reason" AS ENUM('untrue', 'elsewhere', 'names', 'other');--> statement-breakpoint
CREATE TYPE "public"."appeal_state" AS ENUM('raised', 'verified', 'refused', 'suspended', 'closed');--> statement-breakpoint
CREATE TYPE "public"."flag_outcome" AS ENUM('hidden', 'kept');--> statement-breakpoint
CREATE TYPE "public"."flag_reason" AS ENUM('advertising', 'insult', 'privacy', 'rumour', 'defamation', 'minor', 'other');--> statement-breakpoint
CREATE TYPE "public"."grievance_state" AS ENUM('raised', 'stands', 'restored');--> statement-breakpoint
CREATE TYPE "public"."suspicion_state" AS ENUM('suspected', 'confirmed', 'cleared');--> statement-breakpoint
CREATE TYPE "public"."word_effect" AS ENUM('mark', 'caution', 'refuse');--> statement-breakpoint
CREATE TABLE "appeal_reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appeal_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"reason" "appeal_report_reason" NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" "appeal_report_outcome",
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" bigint,
	CONSTRAINT "appeal_reports_decided" CHECK (("appeal_reports"."outcome" is null) = ("appeal_reports"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"post_id" bigint PRIMARY KEY NOT NULL,
	"state" "appeal_state" DEFAULT 'raised' NOT NULL,
	"region_id" bigint NOT NULL,
	"beneficiary" text NOT NULL,
	"goal" integer,
	"verified_at" timestamp (3) with time zone,
	"verified_approx" boolean DEFAULT false NOT NULL,
	"need" text,
	"public_aid" text,
	"charity_name" text,
	"charity_url" text,
	"refused_at" timestamp (3) with time zone,
	"refusal" text,
	"suspended_at" timestamp (3) with time zone,
	"suspension" text,
	"suspended_by_id" bigint,
	"closing_report" text,
	"closed_by_id" bigint,
	"pledged" integer DEFAULT 0 NOT NULL,
	"pledges" integer DEFAULT 0 NOT NULL,
	"hidden_pledges" integer DEFAULT 0 NOT NULL,
	"pledgers" integer DEFAULT 0 NOT NULL,
	"handed_over" integer DEFAULT 0 NOT NULL,
	"last_hand_over_at" timestamp (3) with time zone,
	CONSTRAINT "appeals_goal" CHECK ("appeals"."goal" between 1 and 1000000),
	CONSTRAINT "appeals_sums" CHECK (least("appeals"."pledged", "appeals"."pledges", "appeals"."hidden_pledges", "appeals"."pledgers", "appeals"."handed_over") >= 0),
	CONSTRAINT "appeals_verified_in_words" CHECK ("appeals"."verified_at" is null or num_nulls("appeals"."need", "appeals"."public_aid") = 0),
	CONSTRAINT "appeals_refused_in_words" CHECK (("appeals"."state" = 'refused') = ("appeals"."refusal" is not null)),
	CONSTRAINT "appeals_suspended_in_words" CHECK ("appeals"."state" <> 'suspended' or "appeals"."suspension" is not null),
	CONSTRAINT "appeals_closed_in_words" CHECK (("appeals"."state" = 'closed') = ("appeals"."closing_report" is not null)),
	CONSTRAINT "appeals_charity_by_https" CHECK ("appeals"."charity_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"post_id" bigint NOT NULL,
	"amount" integer,
	"amount_words" text,
	"present" smallint NOT NULL,
	CONSTRAINT "hand_overs_amount" CHECK ("hand_overs"."amount" between 1 and 1000000000),
	CONSTRAINT "hand_overs_one_amount" CHECK (num_nonnulls("hand_overs"."amount", "hand_overs"."amount_words") <= 1),
	CONSTRAINT "hand_overs_present" CHECK ("hand_overs"."present" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"amount" integer,
	"things" text,
	"amount_hidden" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "pledges_amount" CHECK ("pledges"."amount" between 1 and 1000000),
	CONSTRAINT "pledges_of_something" CHECK (num_nonnulls("pledges"."amount", "pledges"."things") > 0)
);
--> statement-breakpoint
CREATE TABLE "bulk_acts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"act" text NOT NULL,
	"comment_ids" bigint[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"reason" "flag_reason" NOT NULL,
	"established" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint NOT NULL,
	"outcome" "flag_outcome",
	"settled_at" timestamp (3) with time zone,
	"settled_event_id" bigint,
	CONSTRAINT "flags_settled_with_outcome" CHECK (("flags"."settled_at" is null) = ("flags"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "grievances" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grievances_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"act_event_id" bigint NOT NULL,
	"subject" text NOT NULL,
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"done_by_id" bigint NOT NULL,
	"state" "grievance_state" DEFAULT 'raised' NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"raised_event_id" bigint NOT NULL,
	"decided_by_id" bigint,
	"by_office_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint,
	CONSTRAINT "grievances_decided_by_another" CHECK ("grievances"."decided_by_id" is distinct from "grievances"."done_by_id"),
	CONSTRAINT "grievances_not_by_oneself" CHECK ("grievances"."decided_by_id" is distinct from "grievances"."person_id")
);
--> statement-breakpoint
CREATE TABLE "invalidations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invalidations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" integer NOT NULL,
	"post_id" bigint NOT NULL,
	"person_ids" bigint[] NOT NULL,
	"votes" integer NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_event_id" bigint,
	CONSTRAINT "invalidations_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "suspicions" (
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"evidence" jsonb NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"state" "suspicion_state" DEFAULT 'suspected' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint,
	CONSTRAINT "suspicions_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "vote_standings" (
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"weightless" boolean DEFAULT false NOT NULL,
	"invalidation_id" bigint,
	CONSTRAINT "vote_standings_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "word_rules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "word_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region_id" bigint NOT NULL,
	"words" text NOT NULL,
	"effect" "word_effect" NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "word_rules_end_after_start" CHECK ("word_rules"."ended_at" is null or "word_rules"."started_at" is not null)
);
--> statement-breakpoint
DROP INDEX "comments_queue";--> statement-breakpoint
ALTER TABLE "sign_ins" ADD COLUMN "place_hash" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "attention" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "slow_seconds" integer;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "verified_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal_reports" ADD CONSTRAINT "appeal_reports_post_id_appeals_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."appeals"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_reports" ADD CONSTRAINT "appeal_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_reports" ADD CONSTRAINT "appeal_reports_decided_by_id_offices_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_suspended_by_id_offices_id_fk" FOREIGN KEY ("suspended_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_closed_by_id_offices_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_post_id_appeals_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."appeals"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_post_id_appeals_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."appeals"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_acts" ADD CONSTRAINT "bulk_acts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_settled_event_id_events_id_fk" FOREIGN KEY ("settled_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_act_event_id_events_id_fk" FOREIGN KEY ("act_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_done_by_id_people_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_raised_event_id_events_id_fk" FOREIGN KEY ("raised_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_by_office_id_offices_id_fk" FOREIGN KEY ("by_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grievances" ADD CONSTRAINT "grievances_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_undone_event_id_events_id_fk" FOREIGN KEY ("undone_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_standings" ADD CONSTRAINT "vote_standings_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_standings" ADD CONSTRAINT "vote_standings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rules" ADD CONSTRAINT "word_rules_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rules" ADD CONSTRAINT "word_rules_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_reports_one_open" ON "appeal_reports" USING btree ("post_id","person_id") WHERE "appeal_reports"."outcome" is null;--> statement-breakpoint
CREATE INDEX "appeal_reports_open" ON "appeal_reports" USING btree ("id") WHERE "appeal_reports"."outcome" is null;--> statement-breakpoint
CREATE INDEX "appeal_reports_post" ON "appeal_reports" USING btree ("post_id","id");--> statement-breakpoint
CREATE INDEX "appeals_listed" ON "appeals" USING btree ("state","post_id");--> statement-breakpoint
CREATE INDEX "hand_overs_post" ON "hand_overs" USING btree ("post_id","update_id");--> statement-breakpoint
CREATE INDEX "pledges_shown" ON "pledges" USING btree ("post_id","id") WHERE "pledges"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "pledges_person" ON "pledges" USING btree ("person_id","post_id","id");--> statement-breakpoint
CREATE INDEX "bulk_acts_person" ON "bulk_acts" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_once" ON "flags" USING btree ("subject","person_id");--> statement-breakpoint
CREATE INDEX "flags_open" ON "flags" USING btree ("subject") WHERE "flags"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "flags_person" ON "flags" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "grievances_once" ON "grievances" USING btree ("act_event_id","person_id");--> statement-breakpoint
CREATE INDEX "grievances_raised" ON "grievances" USING btree ("id") WHERE "grievances"."state" = 'raised';--> statement-breakpoint
CREATE INDEX "grievances_person" ON "grievances" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "invalidations_post" ON "invalidations" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "word_rules_on" ON "word_rules" USING btree ("region_id") WHERE "word_rules"."started_at" is not null and "word_rules"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "comments_queue_attention" ON "comments" USING btree ("attention" DESC NULLS LAST,"created_at","id") WHERE "comments"."reviewed_at" is null and "comments"."hidden_at" is null and "comments"."office_id" is null;