ALTER TYPE "public"."search_kind" ADD VALUE 'update';--> statement-breakpoint
CREATE TABLE "bookmarks" (
	"person_id" bigint NOT NULL,
	"kind" "search_kind" NOT NULL,
	"of_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookmarks_person_id_kind_of_id_pk" PRIMARY KEY("person_id","kind","of_id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"kind" "search_kind" NOT NULL,
	"of_id" bigint NOT NULL,
	"name" text NOT NULL,
	"leader_id" bigint,
	"office_id" bigint,
	"person_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mentions_kind_of_id_name_pk" PRIMARY KEY("kind","of_id","name"),
	CONSTRAINT "mentions_of_one" CHECK (num_nonnulls("mentions"."leader_id", "mentions"."office_id", "mentions"."person_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookmarks_newest" ON "bookmarks" USING btree ("person_id","at","kind","of_id");--> statement-breakpoint
CREATE INDEX "mentions_leader" ON "mentions" USING btree ("leader_id","at","kind","of_id") WHERE "mentions"."leader_id" is not null;--> statement-breakpoint
CREATE INDEX "mentions_office" ON "mentions" USING btree ("office_id","at","kind","of_id") WHERE "mentions"."office_id" is not null;