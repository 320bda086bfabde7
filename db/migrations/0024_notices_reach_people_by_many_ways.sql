CREATE TABLE "dispatches" (
	"notice_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"person_id" bigint NOT NULL,
	"digest_at" timestamp (3) with time zone,
	"message_id" bigint,
	CONSTRAINT "dispatches_notice_id_channel_pk" PRIMARY KEY("notice_id","channel")
);
--> statement-breakpoint
CREATE TABLE "letter_levels" (
	"person_id" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "letter_levels_person_id_letter_id_pk" PRIMARY KEY("person_id","letter_id")
);
--> statement-breakpoint
CREATE TABLE "mail_addresses" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"hash" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_confirmations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"sealed" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"pace" text NOT NULL,
	CONSTRAINT "notice_preferences_person_id_kind_channel_pk" PRIMARY KEY("person_id","kind","channel")
);
--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"quiet_from" integer NOT NULL,
	"quiet_until" integer NOT NULL,
	"digest_hour" integer NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "channel" text DEFAULT 'sms' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "comment_id" bigint;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "post_id" bigint;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "kind" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "asks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "folded_into" bigint;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_levels" ADD CONSTRAINT "letter_levels_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_confirmations" ADD CONSTRAINT "mail_confirmations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispatches_waiting" ON "dispatches" USING btree ("digest_at") WHERE "dispatches"."message_id" is null;--> statement-breakpoint
CREATE INDEX "dispatches_message" ON "dispatches" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "dispatches_person" ON "dispatches" USING btree ("person_id") WHERE "dispatches"."message_id" is null;--> statement-breakpoint
CREATE INDEX "mail_confirmations_person" ON "mail_confirmations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_confirmations_hash" ON "mail_confirmations" USING btree ("hash","created_at");--> statement-breakpoint
CREATE INDEX "notices_kind" ON "notices" USING btree ("person_id","kind","id");--> statement-breakpoint
CREATE INDEX "notices_folded" ON "notices" USING btree ("folded_into") WHERE "notices"."folded_into" is not null;--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id","about") WHERE "notices"."read_at" is null;--> statement-breakpoint
UPDATE "notices" SET "kind" = CASE WHEN "what" LIKE 'follow.%' THEN 'followed' ELSE 'desk' END WHERE "what" LIKE 'follow.%' OR "what" IN ('calendar.ends', 'letter.lookDue');--> statement-breakpoint
UPDATE "notices" SET "about" = 'letter:' || "letter_id" WHERE "letter_id" IS NOT NULL AND "read_at" IS NULL;--> statement-breakpoint
UPDATE "notices" n SET "folded_into" = h."id" FROM (SELECT "person_id", "about", max("id") AS "id" FROM "notices" WHERE "about" IS NOT NULL AND "read_at" IS NULL GROUP BY 1, 2) h WHERE n."person_id" = h."person_id" AND n."about" = h."about" AND n."read_at" IS NULL AND n."id" < h."id";--> statement-breakpoint
INSERT INTO "dispatches" ("notice_id", "channel", "person_id", "message_id") SELECT n."id", 'sms', n."person_id", m."id" FROM "messages" m JOIN "notices" n ON n."id" = m."notice_id";
