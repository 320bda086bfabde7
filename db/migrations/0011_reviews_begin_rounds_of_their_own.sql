ALTER TABLE "letters" DROP CONSTRAINT "letters_two_rounds";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "reopened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_four_rounds" CHECK ("letters"."round" between 1 and 4);--> statement-breakpoint
UPDATE "letters" SET "reopened_at" = coalesce((SELECT r."at" FROM "ratings" r WHERE r."letter_id" = "letters"."id" AND r."round" = 1), "sent_at") WHERE "round" = 2;
