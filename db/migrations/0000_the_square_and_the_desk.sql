CREATE TYPE "public"."calendar_day_kind" AS ENUM('holiday', 'makeup');--> statement-breakpoint
CREATE TYPE "public"."clock_name" AS ENUM('accept', 'supply', 'finish', 'judging');--> statement-breakpoint
CREATE TYPE "public"."grade" AS ENUM('very_satisfied', 'satisfied', 'acceptable', 'dissatisfied', 'very_dissatisfied');--> statement-breakpoint
CREATE TYPE "public"."letter_kind" AS ENUM('inquiry', 'suggestion', 'complaint', 'help', 'accusation');--> statement-breakpoint
CREATE TYPE "public"."letter_state" AS ENUM('submitted', 'clarifying', 'accepted', 'assigned', 'answered', 'closed', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."letter_via" AS ENUM('letter', 'comment', 'post', 'question', 'sms', 'phone', 'visit', 'email', 'import', 'superior');--> statement-breakpoint
CREATE TYPE "public"."letter_visibility" AS ENUM('nameless', 'nickname', 'handlers');--> statement-breakpoint
CREATE TYPE "public"."office_part" AS ENUM('lead', 'assisting');--> statement-breakpoint
CREATE TYPE "public"."solved" AS ENUM('yes', 'partly', 'no');--> statement-breakpoint
CREATE TYPE "public"."term_class" AS ENUM('inquiry', 'ordinary', 'hard', 'utilities', 'danger');--> statement-breakpoint
CREATE TYPE "public"."region_level" AS ENUM('city', 'county', 'township');--> statement-breakpoint
CREATE TYPE "public"."person_kind" AS ENUM('citizen', 'staff');--> statement-breakpoint
CREATE TYPE "public"."role_name" AS ENUM('leader', 'operator', 'handler', 'triage', 'moderator', 'supervisor', 'editor', 'administrator');--> statement-breakpoint
CREATE TYPE "public"."post_kind" AS ENUM('announcement', 'solicitation', 'broadcast');--> statement-breakpoint
CREATE TYPE "public"."post_state" AS ENUM('draft', 'offered', 'scheduled', 'published', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."post_voice" AS ENUM('self', 'office');--> statement-breakpoint
CREATE TYPE "public"."vote_target" AS ENUM('post', 'comment');--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" "calendar_day_kind" NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"notice" text,
	"notice_url" text
);
--> statement-breakpoint
CREATE TABLE "clock_offset" (
	"id" integer PRIMARY KEY NOT NULL,
	"millis" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"subject" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" bigint NOT NULL,
	"form" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_person_id_form_pk" PRIMARY KEY("person_id","form")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"token" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"notice_id" bigint,
	"purpose" text NOT NULL,
	"sealed" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"problem" text,
	CONSTRAINT "messages_noticeId_unique" UNIQUE("notice_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"letter_id" bigint,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"consumer" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_words" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"text" text,
	"salt" text,
	"hash" text NOT NULL,
	"hidden_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"txid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"position" bigint,
	"what" text NOT NULL,
	"topics" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"office_id" bigint,
	"leader_id" bigint,
	"role" text,
	"person_id" bigint,
	"subject" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"public" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"key" text NOT NULL,
	"person_id" bigint NOT NULL,
	"body_hash" text NOT NULL,
	"status" bigint,
	"location" text,
	"body" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "requests_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "clocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"what" "clock_name" NOT NULL,
	"office_id" bigint,
	"round" smallint DEFAULT 1 NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"amber_at" timestamp (3) with time zone,
	"yellow_at" timestamp (3) with time zone,
	"red_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"provisional" boolean DEFAULT false NOT NULL,
	"working" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_contacts" (
	"letter_id" bigint PRIMARY KEY NOT NULL,
	"name_sealed" "bytea",
	"phone_sealed" "bytea",
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letter_numbers" (
	"prefix" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "letter_numbers_prefix_year_pk" PRIMARY KEY("prefix","year")
);
--> statement-breakpoint
CREATE TABLE "letter_offices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_offices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"office_id" bigint NOT NULL,
	"part" "office_part" NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"query_code_hash" text NOT NULL,
	"mailbox_id" bigint NOT NULL,
	"author_id" bigint,
	"source_office_id" bigint,
	"comment_id" bigint,
	"kind" "letter_kind" NOT NULL,
	"via" "letter_via" NOT NULL,
	"visibility" "letter_visibility" NOT NULL,
	"state" "letter_state" DEFAULT 'submitted' NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"public_title" text,
	"public_body" text,
	"published_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_code" text,
	"region_id" bigint NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"term_class" "term_class",
	"lead_office_id" bigint,
	"accused_office_id" bigint,
	"accused_leader_id" bigint,
	"asked_from" "letter_state",
	"round" smallint DEFAULT 1 NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"refusal_code" text,
	"urges" integer DEFAULT 0 NOT NULL,
	"urged_at" timestamp (3) with time zone,
	"hops" integer DEFAULT 0 NOT NULL,
	"signers_on_paper" integer DEFAULT 0 NOT NULL,
	"consent_declined_at" timestamp (3) with time zone,
	"retention_hold" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "letters_number_unique" UNIQUE("number"),
	CONSTRAINT "letters_have_a_source" CHECK (num_nonnulls("letters"."author_id", "letters"."source_office_id") >= 1),
	CONSTRAINT "letters_assigned_have_a_lead" CHECK ("letters"."state" <> 'assigned' or "letters"."lead_office_id" is not null),
	CONSTRAINT "letters_only_confirmed_text_is_public" CHECK ("letters"."published_at" is null or ("letters"."public_title" is not null and "letters"."public_body" is not null)),
	CONSTRAINT "letters_private_never_published" CHECK ("letters"."published_at" is null or ("letters"."visibility" <> 'handlers' and "letters"."kind" <> 'accusation')),
	CONSTRAINT "letters_accused_is_not_lead" CHECK ("letters"."accused_office_id" is null or "letters"."accused_office_id" is distinct from "letters"."lead_office_id"),
	CONSTRAINT "letters_two_rounds" CHECK ("letters"."round" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pauses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"clock_id" bigint NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "policies_name_valid_from_pk" PRIMARY KEY("name","valid_from")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"letter_id" bigint NOT NULL,
	"round" smallint NOT NULL,
	"solved" "solved" NOT NULL,
	"attitude" "grade" NOT NULL,
	"speed" "grade" NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ratings_letter_id_round_pk" PRIMARY KEY("letter_id","round")
);
--> statement-breakpoint
CREATE TABLE "leaders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leaders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"portfolio" text,
	"office_id" bigint NOT NULL,
	"opened_on" date NOT NULL,
	"opened_approx" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "leaders_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mailboxes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"leader_id" bigint,
	"office_id" bigint NOT NULL,
	"declines" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "mailboxes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "offices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"short_name" text NOT NULL,
	"region_id" bigint NOT NULL,
	"parent_id" bigint,
	"supervises" boolean DEFAULT false NOT NULL,
	"triages" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "offices_slug_unique" UNIQUE("slug"),
	CONSTRAINT "offices_not_own_parent" CHECK ("offices"."parent_id" is distinct from "offices"."id")
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "regions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"level" "region_level" NOT NULL,
	"parent_id" bigint,
	"lineage" bigint[] NOT NULL,
	CONSTRAINT "regions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"phone_hash" text,
	"phone_sealed" "bytea",
	"name_sealed" "bytea",
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "identities_phoneHash_unique" UNIQUE("phone_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "person_kind" NOT NULL,
	"nickname" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"historical" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"role" "role_name" NOT NULL,
	"leader_id" bigint,
	"office_id" bigint,
	"region_id" bigint,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "roles_scope" CHECK (("roles"."role" = 'leader') = ("roles"."leader_id" is not null)
        and ("roles"."role" in ('operator', 'handler', 'supervisor')) = ("roles"."office_id" is not null)
        and ("roles"."role" in ('triage', 'moderator', 'editor', 'administrator')) = ("roles"."region_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"purpose" text NOT NULL,
	"subject_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"person_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sid_hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"device" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "sign_ins_sidHash_unique" UNIQUE("sid_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_credentials" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"totp_sealed" "bytea",
	"totp_step" integer,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_credentials_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"parent_id" bigint,
	"reply_to_id" bigint,
	"author_id" bigint NOT NULL,
	"leader_id" bigint,
	"office_id" bigint,
	"voice" "post_voice",
	"prompt" smallint,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approx" boolean DEFAULT false NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_code" text,
	"hidden_by_id" bigint,
	"reply_count" integer DEFAULT 0 NOT NULL,
	"up" integer DEFAULT 0 NOT NULL,
	"down" integer DEFAULT 0 NOT NULL,
	"verified_votes" integer DEFAULT 0 NOT NULL,
	"heat" double precision DEFAULT 0 NOT NULL,
	"reviewed_at" timestamp (3) with time zone,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "images_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token" text NOT NULL,
	"person_id" bigint NOT NULL,
	"post_id" bigint,
	"letter_id" bigint,
	"sort" smallint DEFAULT 0 NOT NULL,
	"bytes" "bytea" NOT NULL,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "images_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "posts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "post_kind" DEFAULT 'announcement' NOT NULL,
	"leader_id" bigint,
	"office_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"voice" "post_voice" NOT NULL,
	"approved_by_id" bigint,
	"state" "post_state" DEFAULT 'draft' NOT NULL,
	"body" text NOT NULL,
	"prompts" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"approx" boolean DEFAULT false NOT NULL,
	"pinned_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_code" text,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"up" integer DEFAULT 0 NOT NULL,
	"down" integer DEFAULT 0 NOT NULL,
	"verified_votes" integer DEFAULT 0 NOT NULL,
	"heat" double precision DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "posts_published_has_time" CHECK ("posts"."state" <> 'published' or "posts"."published_at" is not null),
	CONSTRAINT "posts_scheduled_has_time" CHECK ("posts"."state" <> 'scheduled' or "posts"."publish_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "votes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"target" "vote_target" NOT NULL,
	"target_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"choice" smallint NOT NULL,
	"verified" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"summed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "votes_choice" CHECK ("votes"."choice" in (-1, 0, 1))
);
--> statement-breakpoint
CREATE TABLE "wordings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wordings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint,
	"comment_id" bigint,
	"body" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wordings_of_one" CHECK (num_nonnulls("wordings"."post_id", "wordings"."comment_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_words" ADD CONSTRAINT "event_words_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_contacts" ADD CONSTRAINT "letter_contacts_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_offices" ADD CONSTRAINT "letter_offices_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_offices" ADD CONSTRAINT "letter_offices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_source_office_id_offices_id_fk" FOREIGN KEY ("source_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_lead_office_id_offices_id_fk" FOREIGN KEY ("lead_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_accused_office_id_offices_id_fk" FOREIGN KEY ("accused_office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_accused_leader_id_leaders_id_fk" FOREIGN KEY ("accused_leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_clock_id_clocks_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."clocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders" ADD CONSTRAINT "leaders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_credentials" ADD CONSTRAINT "staff_credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_by_id_offices_id_fk" FOREIGN KEY ("hidden_by_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_approved_by_id_people_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings" ADD CONSTRAINT "wordings_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_at" ON "handovers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("next_try_at") WHERE "messages"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notices_letter" ON "notices" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_position" ON "events" USING btree ("position") WHERE "events"."position" is not null;--> statement-breakpoint
CREATE INDEX "events_unstamped" ON "events" USING btree ("txid","id") WHERE "events"."position" is null;--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "events_public_log" ON "events" USING btree ("what","id") WHERE "events"."public";--> statement-breakpoint
CREATE INDEX "requests_at" ON "requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "clocks_running" ON "clocks" USING btree ("office_id","due_at","id") WHERE "clocks"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "clocks_due" ON "clocks" USING btree ("what","due_at") WHERE "clocks"."stopped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_one_running" ON "clocks" USING btree ("letter_id","what") WHERE "clocks"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "clocks_letter" ON "clocks" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_offices_once" ON "letter_offices" USING btree ("letter_id","office_id") WHERE "letter_offices"."until_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letter_offices_one_lead" ON "letter_offices" USING btree ("letter_id") WHERE "letter_offices"."until_at" is null and "letter_offices"."part" = 'lead';--> statement-breakpoint
CREATE INDEX "letter_offices_office" ON "letter_offices" USING btree ("office_id","letter_id") WHERE "letter_offices"."until_at" is null;--> statement-breakpoint
CREATE INDEX "letter_offices_letter" ON "letter_offices" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_per_comment" ON "letters" USING btree ("comment_id") WHERE "letters"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "letters_author" ON "letters" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "letters_public" ON "letters" USING btree ("id") WHERE "letters"."published_at" is not null and "letters"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "letters_public_state" ON "letters" USING btree ("state","id") WHERE "letters"."kind" <> 'accusation';--> statement-breakpoint
CREATE INDEX "letters_mailbox" ON "letters" USING btree ("mailbox_id","state","id");--> statement-breakpoint
CREATE INDEX "letters_lead" ON "letters" USING btree ("lead_office_id","state","id");--> statement-breakpoint
CREATE INDEX "letters_region" ON "letters" USING btree ("region_id","id");--> statement-breakpoint
CREATE INDEX "pauses_clock" ON "pauses" USING btree ("clock_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pauses_one_open" ON "pauses" USING btree ("clock_id") WHERE "pauses"."until_at" is null;--> statement-breakpoint
CREATE INDEX "mailboxes_office" ON "mailboxes" USING btree ("office_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_one_per_leader" ON "mailboxes" USING btree ("leader_id") WHERE "mailboxes"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "offices_region" ON "offices" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "regions_lineage" ON "regions" USING gin ("lineage");--> statement-breakpoint
CREATE UNIQUE INDEX "people_nickname" ON "people" USING btree (lower("nickname"));--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("person_id") WHERE "roles"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "roles_once" ON "roles" USING btree ("person_id","role",coalesce("leader_id", 0),coalesce("office_id", 0),coalesce("region_id", 0)) WHERE "roles"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sign_in_codes_subject" ON "sign_in_codes" USING btree ("subject_hash","created_at");--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comments_hot" ON "comments" USING btree ("post_id","heat","id") WHERE "comments"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_time" ON "comments" USING btree ("post_id","created_at","id") WHERE "comments"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" USING btree ("parent_id","created_at","id") WHERE "comments"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_official" ON "comments" USING btree ("post_id","id") WHERE "comments"."office_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("created_at","id") WHERE "comments"."reviewed_at" is null and "comments"."hidden_at" is null and "comments"."office_id" is null;--> statement-breakpoint
CREATE INDEX "images_post" ON "images" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "images_letter" ON "images" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "images_person" ON "images" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "posts_timeline" ON "posts" USING btree ("published_at","id") WHERE "posts"."state" = 'published' and "posts"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "posts_leader" ON "posts" USING btree ("leader_id","published_at","id") WHERE "posts"."state" = 'published';--> statement-breakpoint
CREATE INDEX "posts_office" ON "posts" USING btree ("office_id","published_at","id") WHERE "posts"."state" = 'published';--> statement-breakpoint
CREATE INDEX "posts_hot" ON "posts" USING btree ("heat","id") WHERE "posts"."state" = 'published' and "posts"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "posts_due" ON "posts" USING btree ("publish_at") WHERE "posts"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "votes_of_person" ON "votes" USING btree ("person_id","target","target_id","id");--> statement-breakpoint
CREATE INDEX "votes_unsummed" ON "votes" USING btree ("id") WHERE not "votes"."summed";--> statement-breakpoint
CREATE INDEX "wordings_post" ON "wordings" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "wordings_comment" ON "wordings" USING btree ("comment_id");