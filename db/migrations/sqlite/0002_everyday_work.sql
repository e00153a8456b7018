CREATE TABLE `news_confirmations` (
	`firm_id` text NOT NULL,
	`news_id` text NOT NULL,
	`client_id` text NOT NULL,
	`via` text NOT NULL,
	`email` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`news_id`, `client_id`),
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`news_id`) REFERENCES `news`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `news_confirmations_client` ON `news_confirmations` (`client_id`);--> statement-breakpoint
CREATE TABLE `paper_custody` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`item_id` text NOT NULL,
	`client_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`received_by` text NOT NULL,
	`kept_where` text NOT NULL,
	`returned_at` integer,
	`returned_by` text,
	`returned_to` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `request_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_custody_item` ON `paper_custody` (`item_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `request_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`items` text NOT NULL,
	`due_in_days` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`removed_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_templates_firm` ON `request_templates` (`firm_id`,`name`);--> statement-breakpoint
CREATE TABLE `install_links` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`tenant` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `install_links_firm` ON `install_links` (`firm_id`);--> statement-breakpoint
CREATE TABLE `install_states` (
	`id` text PRIMARY KEY NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `install_states_used` ON `install_states` (`used_at`);--> statement-breakpoint
CREATE TABLE `link_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`member_id` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user_id` text NOT NULL,
	`chat_name` text NOT NULL,
	`locale` text,
	`asked_at` integer NOT NULL,
	`decision` text,
	`decided_at` integer,
	`decided_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_requests_user` ON `link_requests` (`platform`,`tenant`,`user_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `link_requests_firm` ON `link_requests` (`firm_id`);--> statement-breakpoint
CREATE TABLE `matter_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`channel` text NOT NULL,
	`linked_at` integer NOT NULL,
	`linked_by` text NOT NULL,
	`held_at` integer,
	`held_because` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `matter_channels_matter` ON `matter_channels` (`matter_id`,`platform`);--> statement-breakpoint
CREATE UNIQUE INDEX `matter_channels_channel` ON `matter_channels` (`platform`,`tenant`,`channel`);--> statement-breakpoint
ALTER TABLE `news` ADD `confirm_by` integer;--> statement-breakpoint
ALTER TABLE `news` ADD `unconfirmed_at` integer;--> statement-breakpoint
CREATE INDEX `news_confirm` ON `news` (`confirm_by`);--> statement-breakpoint
ALTER TABLE `request_items` ADD `expiry_told_at` integer;--> statement-breakpoint
ALTER TABLE `request_items` ADD `renewed_by` text;--> statement-breakpoint
ALTER TABLE `request_items` ADD `to_sign_id` text;--> statement-breakpoint
CREATE INDEX `request_items_expiry` ON `request_items` (`expires_on`);--> statement-breakpoint
CREATE INDEX `request_items_to_sign` ON `request_items` (`to_sign_id`);--> statement-breakpoint
CREATE INDEX `request_items_waiting` ON `request_items` (`firm_id`,`status`,`status_at`,`id`);--> statement-breakpoint
ALTER TABLE `chat_messages` ADD `thread_key` text;--> statement-breakpoint
ALTER TABLE `chat_messages` ADD `thread_id` text;--> statement-breakpoint
CREATE INDEX `chat_messages_thread` ON `chat_messages` (`thread_key`,`at`);--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `enterprise` text;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `refresh_token` text;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `token_expires_at` integer;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `renewing_until` integer;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `installed_by` text;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `connected_at` integer;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `disconnected_at` integer;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `disconnected_because` text;--> statement-breakpoint
ALTER TABLE `chat_tenants` ADD `void_token` text;--> statement-breakpoint
ALTER TABLE `firms` ADD `reminder_policy` text;--> statement-breakpoint
ALTER TABLE `firms` ADD `hold_seconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `members` ADD `digest_off_at` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `purged_because` text;--> statement-breakpoint
CREATE INDEX `requests_due` ON `requests` (`firm_id`,`due_on`,`id`) WHERE status in ('open', 'partial');--> statement-breakpoint
CREATE INDEX `outbox_failed` ON `outbox` (`firm_id`,`created_at`,`id`) WHERE state in ('failed', 'bounced');--> statement-breakpoint
CREATE INDEX `inbound_waiting` ON `inbound_messages` (`firm_id`,`received_at`,`id`) WHERE state in ('quarantined', 'unmatched', 'unreadable');