ALTER TABLE "sessions" ADD COLUMN "asked" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "answered" integer;