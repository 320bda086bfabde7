CREATE TYPE "public"."extension_state" AS ENUM('asked', 'granted', 'denied');--> statement-breakpoint
CREATE TYPE "public"."objection_state" AS ENUM('raised', 'upheld', 'overruled');--> statement-breakpoint
CREATE TYPE "public"."promise_state" AS ENUM('open', 'kept', 'broken');--> statement-breakpoint
CREATE TYPE "public"."review_level" AS ENUM('review', 'recheck');--> statement-breakpoint
CREATE TYPE "public"."review_state" AS ENUM('asked', 'maintained', 'amended', 'revoked');--> statement-breakpoint
CREATE TYPE "public"."order_channel" AS ENUM('phone', 'note', 'onsite', 'bulletin');--> statement-breakpoint
CREATE TYPE "public"."order_level" AS ENUM('remind', 'urge', 'order', 'talk', 'bulletin', 'list');--> statement-breakpoint
CREATE TYPE "public"."order_state" AS ENUM('issued', 'responded', 'lifted', 'escalated');--> statement-breakpoint
ALTER TYPE "public"."clock_name" ADD VALUE 'object';--> statement-breakpoint
ALTER TYPE "public"."clock_name" ADD VALUE 'respond';--> statement-breakpoint
ALTER TYPE "public"."clock_name" ADD VALUE 'promise';--> statement-breakpoint
ALTER TYPE "public"."clock_name" ADD VALUE 'order';--> statement-breakpoint
ALTER TYPE "public"."clock_name" ADD VALUE 'review';--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extensions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"days" smallint NOT NULL,
	"state" "extension_state" DEFAULT 'asked' NOT NULL,
	"round" smallint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_event_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"host_id" bigint NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"merged_event_id" bigint,
	"split_at" timestamp (3) with time zone,
	"split_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "objections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"state" "objection_state" DEFAULT 'raised' NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"raised_event_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"due_on" date NOT NULL,
	"state" "promise_state" DEFAULT 'open' NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_event_id" bigint,
	"ended_at" timestamp (3) with time zone,
	"ended_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"level" "review_level" NOT NULL,
	"office_id" bigint NOT NULL,
	"state" "review_state" DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_event_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"letter_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"name_hidden" boolean NOT NULL,
	"contact" boolean DEFAULT false NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"counted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "signatures_letter_id_person_id_pk" PRIMARY KEY("letter_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "led_cases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "led_cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"leader_id" bigint NOT NULL,
	"every_days" smallint NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "led_cases_rhythm" CHECK ("led_cases"."every_days" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"by_office_id" bigint NOT NULL,
	"to_office_id" bigint NOT NULL,
	"level" "order_level" NOT NULL,
	"channel" "order_channel" NOT NULL,
	"automatic" boolean DEFAULT false NOT NULL,
	"state" "order_state" DEFAULT 'issued' NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"issued_event_id" bigint,
	"responded_at" timestamp (3) with time zone,
	"responded_event_id" bigint,
	"ended_at" timestamp (3) with time zone,
	"ended_event_id" bigint,
	"clock_id" bigint,
	CONSTRAINT "orders_not_to_oneself" CHECK ("orders"."by_office_id" <> "orders"."to_office_id")
);
--> statement-breakpoint
DROP INDEX "clocks_one_running";--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "about_id" bigint;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "cosigners" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "review_office_id" bigint;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_asked_event_id_events_id_fk" FOREIGN KEY ("asked_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_host_id_letters_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_event_id_events_id_fk" FOREIGN KEY ("merged_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_split_event_id_events_id_fk" FOREIGN KEY ("split_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_raised_event_id_events_id_fk" FOREIGN KEY ("raised_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_made_event_id_events_id_fk" FOREIGN KEY ("made_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_ended_event_id_events_id_fk" FOREIGN KEY ("ended_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_asked_event_id_events_id_fk" FOREIGN KEY ("asked_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "led_cases" ADD CONSTRAINT "led_cases_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "led_cases" ADD CONSTRAINT "led_cases_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_by_office_id_offices_id_fk" FOREIGN KEY ("by_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_to_office_id_offices_id_fk" FOREIGN KEY ("to_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_issued_event_id_events_id_fk" FOREIGN KEY ("issued_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_responded_event_id_events_id_fk" FOREIGN KEY ("responded_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_ended_event_id_events_id_fk" FOREIGN KEY ("ended_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extensions_letter" ON "extensions" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "extensions_once" ON "extensions" USING btree ("letter_id") WHERE "extensions"."state" <> 'denied';--> statement-breakpoint
CREATE INDEX "merges_host" ON "merges" USING btree ("host_id");--> statement-breakpoint
CREATE INDEX "merges_letter" ON "merges" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_one" ON "merges" USING btree ("letter_id") WHERE "merges"."split_at" is null;--> statement-breakpoint
CREATE INDEX "objections_letter" ON "objections" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_one_raised" ON "objections" USING btree ("letter_id") WHERE "objections"."state" = 'raised';--> statement-breakpoint
CREATE INDEX "promises_letter" ON "promises" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "promises_office" ON "promises" USING btree ("office_id","state");--> statement-breakpoint
CREATE INDEX "promises_open" ON "promises" USING btree ("due_on") WHERE "promises"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_once" ON "reviews" USING btree ("letter_id","level");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_asked" ON "reviews" USING btree ("letter_id") WHERE "reviews"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "reviews_office" ON "reviews" USING btree ("office_id","state");--> statement-breakpoint
CREATE INDEX "signatures_person" ON "signatures" USING btree ("person_id","letter_id");--> statement-breakpoint
CREATE INDEX "signatures_shown" ON "signatures" USING btree ("letter_id","signed_at","person_id") WHERE not "signatures"."name_hidden";--> statement-breakpoint
CREATE INDEX "signatures_uncounted" ON "signatures" USING btree ("letter_id") WHERE not "signatures"."counted";--> statement-breakpoint
CREATE INDEX "signatures_contacts" ON "signatures" USING btree ("letter_id") WHERE "signatures"."contact";--> statement-breakpoint
CREATE INDEX "led_cases_leader" ON "led_cases" USING btree ("leader_id") WHERE "led_cases"."until_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "led_cases_one" ON "led_cases" USING btree ("letter_id") WHERE "led_cases"."until_at" is null;--> statement-breakpoint
CREATE INDEX "orders_letter" ON "orders" USING btree ("letter_id","id");--> statement-breakpoint
CREATE INDEX "orders_to" ON "orders" USING btree ("to_office_id","state","id");--> statement-breakpoint
CREATE INDEX "orders_by" ON "orders" USING btree ("by_office_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_once_automatic" ON "orders" USING btree ("clock_id","level") WHERE "orders"."automatic" and "orders"."clock_id" is not null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_merged_into_letters_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_review_office_id_offices_id_fk" FOREIGN KEY ("review_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_merged" ON "letters" USING btree ("merged_into") WHERE "letters"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "letters_review" ON "letters" USING btree ("review_office_id") WHERE "letters"."review_office_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_one_running" ON "clocks" USING btree ("letter_id","what",coalesce("about_id", 0)) WHERE "clocks"."stopped_at" is null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_not_merged_into_themselves" CHECK ("letters"."merged_into" is distinct from "letters"."id");