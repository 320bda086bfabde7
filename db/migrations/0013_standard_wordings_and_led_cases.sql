CREATE TYPE "public"."wording_use" AS ENUM('always', 'waiting', 'late');--> statement-breakpoint
CREATE TABLE "case_looks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_looks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"due_on" date NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"looked_at" timestamp (3) with time zone,
	"event_id" bigint,
	CONSTRAINT "case_looks_recorded" CHECK (num_nonnulls("case_looks"."looked_at", "case_looks"."event_id") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "standard_wordings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_wordings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"leader_id" bigint NOT NULL,
	"words" text NOT NULL,
	"use" "wording_use" NOT NULL,
	"sort" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_looks" ADD CONSTRAINT "case_looks_case_id_led_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."led_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_looks" ADD CONSTRAINT "case_looks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_wordings" ADD CONSTRAINT "standard_wordings_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_looks_case" ON "case_looks" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_looks_one_open" ON "case_looks" USING btree ("case_id") WHERE "case_looks"."looked_at" is null;--> statement-breakpoint
CREATE INDEX "case_looks_due" ON "case_looks" USING btree ("due_on") WHERE "case_looks"."looked_at" is null and "case_looks"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "standard_wordings_leader" ON "standard_wordings" USING btree ("leader_id","sort");