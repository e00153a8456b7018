ALTER TABLE "outbox" ADD COLUMN "soft_bounces" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "digest_by" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_reply_address" ON "outbox" USING btree ("reply_address_id");