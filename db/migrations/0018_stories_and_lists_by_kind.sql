CREATE TABLE "story_letters" (
	"post_id" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	"sort" smallint NOT NULL,
	CONSTRAINT "story_letters_post_id_letter_id_pk" PRIMARY KEY("post_id","letter_id")
);
--> statement-breakpoint
CREATE TABLE "story_offices" (
	"post_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"sort" smallint NOT NULL,
	"response_id" bigint,
	CONSTRAINT "story_offices_post_id_office_id_pk" PRIMARY KEY("post_id","office_id")
);
--> statement-breakpoint
ALTER TABLE "story_letters" ADD CONSTRAINT "story_letters_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_letters" ADD CONSTRAINT "story_letters_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_offices" ADD CONSTRAINT "story_offices_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_offices" ADD CONSTRAINT "story_offices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_offices" ADD CONSTRAINT "story_offices_response_id_comments_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "story_letters_letter" ON "story_letters" USING btree ("letter_id","post_id");--> statement-breakpoint
CREATE INDEX "posts_kind" ON "posts" USING btree ("kind","published_at","id") WHERE "posts"."state" = 'published';