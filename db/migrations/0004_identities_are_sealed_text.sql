ALTER TABLE "identities" ALTER COLUMN "phone_sealed" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "identities" ALTER COLUMN "name_sealed" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "staff_credentials" ALTER COLUMN "totp_sealed" SET DATA TYPE text;