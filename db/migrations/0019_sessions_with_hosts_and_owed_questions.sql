CREATE TABLE "owed_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "owed_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"comment_id" bigint NOT NULL,
	"votes" integer NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "owed_questions_commentId_unique" UNIQUE("comment_id")
);
--> statement-breakpoint
CREATE TABLE "session_hosts" (
	"post_id" bigint NOT NULL,
	"sort" smallint NOT NULL,
	"leader_id" bigint,
	"office_id" bigint NOT NULL,
	CONSTRAINT "session_hosts_post_id_sort_pk" PRIMARY KEY("post_id","sort")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"post_id" bigint PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"answering_id" bigint,
	"debt_from" integer,
	CONSTRAINT "sessions_end_after_start" CHECK ("sessions"."ends_at" > "sessions"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "owed_questions" ADD CONSTRAINT "owed_questions_post_id_sessions_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."sessions"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owed_questions" ADD CONSTRAINT "owed_questions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_post_id_sessions_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."sessions"("post_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_answering_id_comments_id_fk" FOREIGN KEY ("answering_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owed_questions_post" ON "owed_questions" USING btree ("post_id","id");--> statement-breakpoint
CREATE INDEX "owed_questions_unsettled" ON "owed_questions" USING btree ("id") WHERE "owed_questions"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "session_hosts_leader" ON "session_hosts" USING btree ("leader_id") WHERE "session_hosts"."leader_id" is not null;--> statement-breakpoint
CREATE INDEX "session_hosts_office" ON "session_hosts" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "sessions_days" ON "sessions" USING btree ("starts_at","post_id");