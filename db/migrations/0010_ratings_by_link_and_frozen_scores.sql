CREATE TYPE "public"."band" AS ENUM('excellent', 'good', 'pass', 'fail');--> statement-breakpoint
CREATE TYPE "public"."contest_state" AS ENUM('raised', 'upheld', 'dismissed');--> statement-breakpoint
CREATE TYPE "public"."report_kind" AS ENUM('month', 'year');--> statement-breakpoint
CREATE TYPE "public"."call_back_state" AS ENUM('waiting', 'reached', 'declined', 'unreached');--> statement-breakpoint
CREATE TABLE "contests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"period" text NOT NULL,
	"office_id" bigint NOT NULL,
	"state" "contest_state" DEFAULT 'raised' NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"raised_event_id" bigint,
	"by_office_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"decided_event_id" bigint,
	CONSTRAINT "contests_decided_by_another" CHECK ("contests"."by_office_id" is distinct from "contests"."office_id")
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exclusions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint,
	"lifted_at" timestamp (3) with time zone,
	"lifted_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "formulas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "formulas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"bands" jsonb NOT NULL,
	"minimum" integer NOT NULL,
	"valid_from" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint,
	CONSTRAINT "formulas_version_unique" UNIQUE("version")
);
--> statement-breakpoint
CREATE TABLE "report_rows" (
	"report_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"received" integer NOT NULL,
	"answered" integer NOT NULL,
	"on_time" integer NOT NULL,
	"judged" integer NOT NULL,
	"called_back" integer NOT NULL,
	"solved" integer NOT NULL,
	"partly" integer NOT NULL,
	"very_satisfied" integer NOT NULL,
	"satisfied" integer NOT NULL,
	"acceptable" integer NOT NULL,
	"yellow" integer NOT NULL,
	"red" integer NOT NULL,
	"orders" integer NOT NULL,
	"upheld" integer NOT NULL,
	"broken" integer NOT NULL,
	"excluded" integer NOT NULL,
	"score" double precision,
	"low" double precision,
	"high" double precision,
	"band" "band",
	CONSTRAINT "report_rows_report_id_office_id_pk" PRIMARY KEY("report_id","office_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "report_kind" NOT NULL,
	"period" text NOT NULL,
	"version" smallint NOT NULL,
	"formula_id" bigint NOT NULL,
	"as_of" date NOT NULL,
	"automatic" boolean NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "answering_devices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answering_devices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"round" smallint NOT NULL,
	"sign_in_hash" text,
	"place_hash" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_back_draws" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "call_back_draws_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"month" text NOT NULL,
	"source" text NOT NULL,
	"position" bigint NOT NULL,
	"seed" text NOT NULL,
	"answered" integer NOT NULL,
	"drawn" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint,
	CONSTRAINT "call_back_draws_month_unique" UNIQUE("month")
);
--> statement-breakpoint
CREATE TABLE "call_backs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "call_backs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draw_id" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"state" "call_back_state" DEFAULT 'waiting' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"solved" "solved",
	"attitude" "grade",
	"speed" "grade",
	"office_id" bigint,
	"event_id" bigint,
	"at" timestamp (3) with time zone,
	CONSTRAINT "call_backs_letterId_unique" UNIQUE("letter_id"),
	CONSTRAINT "call_backs_reached_have_a_verdict" CHECK (("call_backs"."state" = 'reached') = (num_nonnulls("call_backs"."solved", "call_backs"."attitude", "call_backs"."speed") = 3))
);
--> statement-breakpoint
CREATE TABLE "rating_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"letter_id" bigint NOT NULL,
	"round" smallint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_raised_event_id_events_id_fk" FOREIGN KEY ("raised_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_by_office_id_offices_id_fk" FOREIGN KEY ("by_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_decided_event_id_events_id_fk" FOREIGN KEY ("decided_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_lifted_event_id_events_id_fk" FOREIGN KEY ("lifted_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formulas" ADD CONSTRAINT "formulas_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_rows" ADD CONSTRAINT "report_rows_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_rows" ADD CONSTRAINT "report_rows_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_formula_id_formulas_id_fk" FOREIGN KEY ("formula_id") REFERENCES "public"."formulas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_devices" ADD CONSTRAINT "answering_devices_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_back_draws" ADD CONSTRAINT "call_back_draws_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_draw_id_call_back_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."call_back_draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_links" ADD CONSTRAINT "rating_links_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contests_once" ON "contests" USING btree ("period","office_id");--> statement-breakpoint
CREATE INDEX "contests_raised" ON "contests" USING btree ("id") WHERE "contests"."state" = 'raised';--> statement-breakpoint
CREATE UNIQUE INDEX "exclusions_one" ON "exclusions" USING btree ("letter_id") WHERE "exclusions"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("period","version");--> statement-breakpoint
CREATE INDEX "answering_devices_letter" ON "answering_devices" USING btree ("letter_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "call_backs_place" ON "call_backs" USING btree ("draw_id","place");--> statement-breakpoint
CREATE INDEX "call_backs_waiting" ON "call_backs" USING btree ("draw_id","place") WHERE "call_backs"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "rating_links_letter" ON "rating_links" USING btree ("letter_id","round");--> statement-breakpoint
CREATE INDEX "rating_links_expiry" ON "rating_links" USING btree ("expires_at");--> statement-breakpoint
INSERT INTO "formulas" ("version", "text", "bands", "minimum", "valid_from", "created_at") VALUES (1, '100 * (0.1 * response + 0.5 * solved + 0.4 * satisfaction) - 1 * yellow - 1.5 * red - 0.5 * orders - 0 * upheld - 1 * broken', '{"excellent": 90, "good": 80, "pass": 60}', 20, '2008-01-01', now());--> statement-breakpoint
CREATE FUNCTION "refuse_change_of_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$ begin raise exception 'a frozen report never changes: freeze a new version' using errcode = 'restrict_violation'; end $$;--> statement-breakpoint
CREATE TRIGGER "reports_are_frozen" BEFORE UPDATE OR DELETE ON "reports" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_frozen"();--> statement-breakpoint
CREATE TRIGGER "report_rows_are_frozen" BEFORE UPDATE OR DELETE ON "report_rows" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_frozen"();
