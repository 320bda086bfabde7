CREATE TABLE "addenda" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "addenda_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handovers" ADD COLUMN "refusal" text;--> statement-breakpoint
ALTER TABLE "handovers" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "hidden_by_id" bigint;--> statement-breakpoint
ALTER TABLE "addenda" ADD CONSTRAINT "addenda_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addenda_comment" ON "addenda" USING btree ("comment_id","id");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_hidden_by_id_offices_id_fk" FOREIGN KEY ("hidden_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_queue_supported" ON "comments" USING btree ("up","id") WHERE "comments"."reviewed_at" is null and "comments"."hidden_at" is null and "comments"."office_id" is null;