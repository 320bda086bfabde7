CREATE TABLE "theme_comments" (
	"comment_id" bigint PRIMARY KEY NOT NULL,
	"post_id" bigint NOT NULL,
	"theme_id" bigint,
	"placed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "themes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"prompt" smallint NOT NULL,
	"phrase" text NOT NULL,
	"phrases" text[] DEFAULT '{}' NOT NULL,
	"name" text NOT NULL,
	"kept" boolean DEFAULT false NOT NULL,
	"dropped_at" timestamp (3) with time zone,
	"count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theme_comments" ADD CONSTRAINT "theme_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_comments" ADD CONSTRAINT "theme_comments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_comments" ADD CONSTRAINT "theme_comments_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theme_comments_theme" ON "theme_comments" USING btree ("theme_id","comment_id");--> statement-breakpoint
CREATE INDEX "theme_comments_post" ON "theme_comments" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_phrase" ON "themes" USING btree ("post_id","prompt","phrase");