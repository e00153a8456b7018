CREATE TABLE `request_confirmations` (
	`firm_id` text NOT NULL,
	`request_id` text NOT NULL,
	`client_id` text NOT NULL,
	`via` text NOT NULL,
	`email` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `client_id`),
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_confirmations_client` ON `request_confirmations` (`client_id`);--> statement-breakpoint
ALTER TABLE `requests` ADD `confirm_by` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `unconfirmed_at` integer;--> statement-breakpoint
CREATE INDEX `requests_confirm` ON `requests` (`confirm_by`);