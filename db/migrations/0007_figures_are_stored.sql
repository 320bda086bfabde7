CREATE TYPE "public"."figures_by" AS ENUM('all', 'mailbox', 'office', 'region');--> statement-breakpoint
CREATE TABLE "answer_days" (
	"by" "figures_by" NOT NULL,
	"key_id" bigint NOT NULL,
	"month" date NOT NULL,
	"kind" "letter_kind" NOT NULL,
	"days" integer NOT NULL,
	"letters" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "answer_days_by_key_id_month_kind_days_pk" PRIMARY KEY("by","key_id","month","kind","days")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"by" "figures_by" NOT NULL,
	"key_id" bigint NOT NULL,
	"month" date NOT NULL,
	"kind" "letter_kind" NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"on_time" integer DEFAULT 0 NOT NULL,
	"personally" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"merged" integer DEFAULT 0 NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"hops" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"unrated" integer DEFAULT 0 NOT NULL,
	"judged" integer DEFAULT 0 NOT NULL,
	"solved" integer DEFAULT 0 NOT NULL,
	"partly" integer DEFAULT 0 NOT NULL,
	"unsolved" integer DEFAULT 0 NOT NULL,
	"very_satisfied" integer DEFAULT 0 NOT NULL,
	"satisfied" integer DEFAULT 0 NOT NULL,
	"acceptable" integer DEFAULT 0 NOT NULL,
	"dissatisfied" integer DEFAULT 0 NOT NULL,
	"very_dissatisfied" integer DEFAULT 0 NOT NULL,
	"speed_very_satisfied" integer DEFAULT 0 NOT NULL,
	"speed_satisfied" integer DEFAULT 0 NOT NULL,
	"speed_acceptable" integer DEFAULT 0 NOT NULL,
	"speed_dissatisfied" integer DEFAULT 0 NOT NULL,
	"speed_very_dissatisfied" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "figures_by_key_id_month_kind_pk" PRIMARY KEY("by","key_id","month","kind")
);
--> statement-breakpoint
CREATE TABLE "letter_facts" (
	"letter_id" bigint PRIMARY KEY NOT NULL,
	"mailbox_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"region_id" bigint NOT NULL,
	"kind" "letter_kind" NOT NULL,
	"received_on" date NOT NULL,
	"due_on" date,
	"answered_on" date,
	"on_time" boolean DEFAULT false NOT NULL,
	"personally" boolean DEFAULT false NOT NULL,
	"closed" datemultirange DEFAULT '{}' NOT NULL,
	"refused" datemultirange DEFAULT '{}' NOT NULL,
	"merged" datemultirange DEFAULT '{}' NOT NULL,
	"withdrawn_on" date,
	"reopened_on" date,
	"hopped_on" date[] DEFAULT '{}' NOT NULL,
	"judged_on" date,
	"solved" "solved",
	"attitude" "grade",
	"speed" "grade",
	"judged_again_on" date,
	"solved_again" "solved",
	"attitude_again" "grade",
	"speed_again" "grade"
);
--> statement-breakpoint
ALTER TABLE "letter_facts" ADD CONSTRAINT "letter_facts_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_facts" ADD CONSTRAINT "letter_facts_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_facts" ADD CONSTRAINT "letter_facts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_facts" ADD CONSTRAINT "letter_facts_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_facts_received" ON "letter_facts" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "letter_facts_mailbox" ON "letter_facts" USING btree ("mailbox_id","received_on");--> statement-breakpoint
CREATE INDEX "letter_facts_office" ON "letter_facts" USING btree ("office_id","received_on");--> statement-breakpoint
CREATE INDEX "letter_facts_region" ON "letter_facts" USING btree ("region_id","received_on");