CREATE TABLE `behalf_links` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`member_id` text NOT NULL,
	`item_id` text NOT NULL,
	`client_id` text NOT NULL,
	`road` text NOT NULL,
	`receipt` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `request_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `behalf_links_expires` ON `behalf_links` (`expires_at`);