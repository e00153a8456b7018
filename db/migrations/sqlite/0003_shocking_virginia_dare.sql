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
ALTER TABLE `inbound_messages` ADD `said` text;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `forwarded_from` text;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `client_told_at` integer;--> statement-breakpoint
ALTER TABLE `inbound_messages` ADD `escalated_at` integer;