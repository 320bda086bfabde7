CREATE TYPE "public"."delivery_state" AS ENUM('waiting', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."light_level" AS ENUM('amber', 'red', 'yellowCard', 'redCard', 'endedLate');--> statement-breakpoint
CREATE TABLE "light_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "light_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"clock_id" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"level" "light_level" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "light_days" (
	"day" date NOT NULL,
	"office_id" bigint NOT NULL,
	"green" integer DEFAULT 0 NOT NULL,
	"amber" integer DEFAULT 0 NOT NULL,
	"red" integer DEFAULT 0 NOT NULL,
	"paused" integer DEFAULT 0 NOT NULL,
	"provisional" integer DEFAULT 0 NOT NULL,
	"yellow_cards" integer DEFAULT 0 NOT NULL,
	"red_cards" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "light_days_day_office_id_pk" PRIMARY KEY("day","office_id")
);
--> statement-breakpoint
CREATE TABLE "light_deliveries" (
	"change_id" bigint PRIMARY KEY NOT NULL,
	"state" "delivery_state" DEFAULT 'waiting' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "office_handovers" (
	"office_id" bigint PRIMARY KEY NOT NULL,
	"hops" integer NOT NULL,
	"held_days" integer NOT NULL,
	"objections" integer NOT NULL,
	"upheld" integer NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "channel" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "light_changes" ADD CONSTRAINT "light_changes_clock_id_clocks_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."clocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_changes" ADD CONSTRAINT "light_changes_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_changes" ADD CONSTRAINT "light_changes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_changes" ADD CONSTRAINT "light_changes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_days" ADD CONSTRAINT "light_days_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_deliveries" ADD CONSTRAINT "light_deliveries_change_id_light_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."light_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_handovers" ADD CONSTRAINT "office_handovers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "light_changes_once" ON "light_changes" USING btree ("clock_id","level");--> statement-breakpoint
CREATE INDEX "light_changes_letter" ON "light_changes" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "light_deliveries_due" ON "light_deliveries" USING btree ("next_try_at","change_id") WHERE "light_deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "light_deliveries_state" ON "light_deliveries" USING btree ("state","change_id");--> statement-breakpoint
CREATE INDEX "clocks_ended_late" ON "clocks" USING btree ("stopped_at") WHERE "clocks"."office_id" is not null and "clocks"."stopped_at" >= "clocks"."due_at";--> statement-breakpoint
CREATE INDEX "letters_handed_on" ON "letters" USING btree ("hops","id") WHERE "letters"."hops" >= 2;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_by_people_have_a_channel" CHECK ("orders"."automatic" or "orders"."channel" is not null);