CREATE TYPE "public"."concern_verdict" AS ENUM('noted', 'dismissed');--> statement-breakpoint
CREATE TABLE "concern_members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "concern_members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"concern_id" bigint NOT NULL,
	"letter_id" bigint,
	"comment_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "concern_members_one" CHECK (num_nonnulls("concern_members"."letter_id", "concern_members"."comment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "concern_verdicts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "concern_verdicts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"concern_id" bigint NOT NULL,
	"verdict" "concern_verdict" NOT NULL,
	"office_id" bigint NOT NULL,
	"leader_id" bigint,
	"size" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "concerns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region_id" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"surged_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "concern_members" ADD CONSTRAINT "concern_members_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_members" ADD CONSTRAINT "concern_members_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_members" ADD CONSTRAINT "concern_members_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_verdicts" ADD CONSTRAINT "concern_verdicts_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_verdicts" ADD CONSTRAINT "concern_verdicts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_verdicts" ADD CONSTRAINT "concern_verdicts_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_verdicts" ADD CONSTRAINT "concern_verdicts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "concern_members_letter" ON "concern_members" USING btree ("letter_id") WHERE "concern_members"."letter_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "concern_members_comment" ON "concern_members" USING btree ("comment_id") WHERE "concern_members"."comment_id" is not null;--> statement-breakpoint
CREATE INDEX "concern_members_of" ON "concern_members" USING btree ("concern_id","at");--> statement-breakpoint
CREATE INDEX "concern_members_at" ON "concern_members" USING btree ("at");--> statement-breakpoint
CREATE INDEX "concern_verdicts_of" ON "concern_verdicts" USING btree ("concern_id","id");--> statement-breakpoint
CREATE INDEX "concerns_surging" ON "concerns" USING btree ("surged_at","id") WHERE "concerns"."surged_at" is not null;--> statement-breakpoint
CREATE INDEX "concerns_last" ON "concerns" USING btree ("last_at");