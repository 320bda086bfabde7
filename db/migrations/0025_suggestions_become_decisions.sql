CREATE TYPE "public"."adoption_outcome" AS ENUM('studied', 'adopted', 'partly', 'declined');--> statement-breakpoint
CREATE TABLE "adoptions" (
	"letter_id" bigint PRIMARY KEY NOT NULL,
	"outcome" "adoption_outcome" NOT NULL,
	"office_id" bigint NOT NULL,
	"leader_id" bigint,
	"studied_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"document" text,
	"document_number" text,
	"document_on" date,
	"link" text,
	"event_id" bigint NOT NULL,
	CONSTRAINT "adoptions_decided" CHECK (("adoptions"."outcome" = 'studied') = ("adoptions"."decided_at" is null)),
	CONSTRAINT "adoptions_by_document" CHECK (("adoptions"."outcome" in ('adopted', 'partly')) = ("adoptions"."document" is not null) and ("adoptions"."document" is null) = ("adoptions"."document_on" is null))
);
--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoptions_newest" ON "adoptions" USING btree ("changed_at","letter_id");--> statement-breakpoint
CREATE INDEX "adoptions_outcome" ON "adoptions" USING btree ("outcome","changed_at","letter_id");