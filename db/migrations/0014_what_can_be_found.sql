CREATE TYPE "public"."search_kind" AS ENUM('post', 'comment', 'letter', 'office', 'leader');--> statement-breakpoint
CREATE TABLE "search_documents" (
	"kind" "search_kind" NOT NULL,
	"of_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"office_id" bigint NOT NULL,
	"region_id" bigint NOT NULL,
	"text" text NOT NULL,
	"grams" "tsvector" NOT NULL,
	CONSTRAINT "search_documents_kind_of_id_pk" PRIMARY KEY("kind","of_id")
);
--> statement-breakpoint
CREATE INDEX "search_grams" ON "search_documents" USING gin ("grams") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_newest" ON "search_documents" USING btree ("at","kind","of_id");--> statement-breakpoint
CREATE INDEX "search_names" ON "search_documents" USING btree ("kind") WHERE "search_documents"."kind" in ('office', 'leader');