CREATE TABLE "office_phones" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "office_phones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"office_id" bigint NOT NULL,
	"label" text NOT NULL,
	"number" text NOT NULL,
	"hours" jsonb NOT NULL,
	"note" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unanswered_calls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unanswered_calls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"phone_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"on" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"letter_id" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "office_phones" ADD CONSTRAINT "office_phones_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_calls" ADD CONSTRAINT "unanswered_calls_phone_id_office_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."office_phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_calls" ADD CONSTRAINT "unanswered_calls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_calls" ADD CONSTRAINT "unanswered_calls_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "office_phones_office" ON "office_phones" USING btree ("office_id","id") WHERE "office_phones"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "office_phones_once" ON "office_phones" USING btree ("office_id","number") WHERE "office_phones"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "unanswered_calls_once_a_day" ON "unanswered_calls" USING btree ("phone_id","on","person_id");--> statement-breakpoint
CREATE INDEX "unanswered_calls_letter" ON "unanswered_calls" USING btree ("letter_id");