CREATE TABLE "follows" (
	"person_id" bigint NOT NULL,
	"topic" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follows_person_id_topic_pk" PRIMARY KEY("person_id","topic")
);
--> statement-breakpoint
CREATE TABLE "tag_uses" (
	"tag" text NOT NULL,
	"kind" "search_kind" NOT NULL,
	"of_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tag_uses_kind_of_id_tag_pk" PRIMARY KEY("kind","of_id","tag")
);
--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follows_topic" ON "follows" USING btree ("topic","person_id");--> statement-breakpoint
CREATE INDEX "tag_uses_newest" ON "tag_uses" USING btree ("tag","at","kind","of_id");