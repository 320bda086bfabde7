ALTER TABLE "clocks" ADD COLUMN "late_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "post_id" bigint;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_post" ON "letters" USING btree ("post_id","id") WHERE "letters"."post_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_accusations" ON "letters" USING btree ("id") WHERE "letters"."kind" = 'accusation';--> statement-breakpoint
CREATE INDEX "letters_closed" ON "letters" USING btree ("closed_at","id") WHERE "letters"."state" = 'closed';--> statement-breakpoint
CREATE INDEX "posts_not_out" ON "posts" USING btree ("id") WHERE "posts"."state" in ('draft', 'offered', 'scheduled');--> statement-breakpoint
UPDATE "clocks" SET "late_at" = ("working"->>'lateOn')::timestamp AT TIME ZONE 'Asia/Shanghai' WHERE "working"->>'lateOn' IS NOT NULL;
