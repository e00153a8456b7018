CREATE TABLE `file_passwords` (
	`file_id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`sealed` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
