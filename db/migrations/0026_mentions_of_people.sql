CREATE TABLE "mentions_declined" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mentions_declined" ADD CONSTRAINT "mentions_declined_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("person_id","at","kind","of_id") WHERE "mentions"."person_id" is not null;