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
