ALTER TABLE "letter_contacts" ALTER COLUMN "name_sealed" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "letter_contacts" ALTER COLUMN "phone_sealed" SET DATA TYPE text;