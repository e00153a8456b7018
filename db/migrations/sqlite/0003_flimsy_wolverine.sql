ALTER TABLE `outbox` ADD `soft_bounces` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_reply_address` ON `outbox` (`reply_address_id`);--> statement-breakpoint
ALTER TABLE `firms` ADD `digest_by` text DEFAULT 'chat' NOT NULL;