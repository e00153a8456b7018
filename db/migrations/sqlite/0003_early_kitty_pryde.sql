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
CREATE INDEX `files_unprepared` ON `files` (`id`) WHERE prepared_at is null and purged_at is null and held_because is null;