CREATE TABLE `mailboxes` (
	`name` text PRIMARY KEY NOT NULL,
	`read_by` text,
	`read_until` integer,
	`taken_at` integer,
	`trouble` text,
	`trouble_since` integer,
	`trouble_told_at` integer
);
--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`given_hash` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `renditions` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`file_id` text,
	`answer_id` text,
	`kind` text NOT NULL,
	`made_of` text,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`stored_as` text NOT NULL,
	`failed` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `renditions_file` ON `renditions` (`file_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `renditions_answer` ON `renditions` (`answer_id`,`kind`);--> statement-breakpoint
CREATE INDEX `renditions_stored` ON `renditions` (`stored_as`);--> statement-breakpoint
CREATE TABLE `message_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text,
	`client_id` text NOT NULL,
	`inbound_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbound_id`) REFERENCES `inbound_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_answers_inbound` ON `message_answers` (`inbound_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `message_answers_matter` ON `message_answers` (`matter_id`,`client_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `client_words` ADD `kin` integer;--> statement-breakpoint
CREATE INDEX `client_words_kin` ON `client_words` (`firm_id`,`word`,`client_id`,`kin`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `soft_bounces` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_reply_address` ON `outbox` (`reply_address_id`);--> statement-breakpoint
ALTER TABLE `firms` ADD `digest_by` text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE `firms` ADD `trusts_server_since` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `stand_in_id` text;--> statement-breakpoint
ALTER TABLE `matter_words` ADD `kin` integer;--> statement-breakpoint
CREATE INDEX `matter_words_kin` ON `matter_words` (`firm_id`,`word`,`matter_id`,`kin`);--> statement-breakpoint
ALTER TABLE `answers` ADD `join_due_at` integer;--> statement-breakpoint
CREATE INDEX `answers_join` ON `answers` (`join_due_at`) WHERE join_due_at is not null;--> statement-breakpoint
ALTER TABLE `files` ADD `held_because` text;--> statement-breakpoint
ALTER TABLE `files` ADD `virus` text;--> statement-breakpoint
ALTER TABLE `files` ADD `scanned_at` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `released_at` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `released_by` text;--> statement-breakpoint
ALTER TABLE `files` ADD `inside_of` text;--> statement-breakpoint
ALTER TABLE `files` ADD `inside_path` text;--> statement-breakpoint
ALTER TABLE `files` ADD `contents` text;--> statement-breakpoint
ALTER TABLE `files` ADD `prepared_at` integer;--> statement-breakpoint
CREATE INDEX `files_held` ON `files` (`scanned_at`) WHERE held_because in ('down', 'limits');--> statement-breakpoint
CREATE INDEX `files_unprepared` ON `files` (`id`) WHERE prepared_at is null and purged_at is null and held_because is null;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `said` text;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `forwarded_from` text;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `client_told_at` integer;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `escalated_at` integer;--> statement-breakpoint
CREATE INDEX `inbound_matter` ON `inbound_messages` (`matter_id`,`client_id`,`received_at`);