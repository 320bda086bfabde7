CREATE TABLE "uncounted_comments" (
	"comment_id" bigint PRIMARY KEY NOT NULL,
	"post_id" bigint NOT NULL,
	"parent_id" bigint
);
--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "body" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "uncounted_comments_post" ON "uncounted_comments" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "uncounted_comments_parent" ON "uncounted_comments" USING btree ("parent_id") WHERE "uncounted_comments"."parent_id" is not null;--> statement-breakpoint
ALTER TABLE "requests" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "requests" DROP COLUMN "location";