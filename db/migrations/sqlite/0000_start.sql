CREATE TABLE `accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`living_email` text,
	`court_movements` integer NOT NULL,
	`manual_movements` integer NOT NULL,
	`tasks` integer NOT NULL,
	`publications` integer NOT NULL,
	`documents` integer NOT NULL,
	`private_matters` integer NOT NULL,
	`team_matters` integer NOT NULL,
	`link_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`invited_at` integer,
	`entered_at` integer,
	`last_seen_at` integer,
	`removed_at` integer,
	`removed_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accesses_email` ON `accesses` (`firm_id`,`living_email`);--> statement-breakpoint
CREATE INDEX `accesses_client` ON `accesses` (`client_id`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text,
	`at` integer NOT NULL,
	`file_id` text,
	`author_id` text,
	`external_key` text,
	`released_at` integer,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entries_matter` ON `entries` (`matter_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_external` ON `entries` (`matter_id`,`external_key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`access_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`access_id`) REFERENCES `accesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_access` ON `sessions` (`access_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `additional_emails` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`client_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`role` text,
	`matter_ids` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `additional_emails_email` ON `additional_emails` (`client_id`,`email`);--> statement-breakpoint
CREATE INDEX `additional_emails_by_email` ON `additional_emails` (`firm_id`,`email`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`name` text NOT NULL,
	`tax_id` text,
	`phones` text NOT NULL,
	`address` text,
	`email` text NOT NULL,
	`salutation` text,
	`locale` text,
	`time_zone` text,
	`safe_contact` text,
	`reminders_stopped_at` integer,
	`created_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clients_firm` ON `clients` (`firm_id`,`name`);--> statement-breakpoint
CREATE INDEX `clients_email` ON `clients` (`firm_id`,`email`);--> statement-breakpoint
CREATE TABLE `dead_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`email` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dead_addresses_email` ON `dead_addresses` (`firm_id`,`email`);--> statement-breakpoint
CREATE TABLE `audiences` (
	`firm_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`client_id` text NOT NULL,
	PRIMARY KEY(`subject_id`, `client_id`),
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audiences_client` ON `audiences` (`client_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`member_id` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`became_id` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_created` ON `drafts` (`created_at`);--> statement-breakpoint
CREATE TABLE `news` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`hearing` text,
	`urgent_at` integer,
	`announced_at` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `news_matter` ON `news` (`matter_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `request_items` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`request_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`issued_within_days` integer,
	`expires_on` text,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`status_by` text,
	`removed_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_items_request` ON `request_items` (`request_id`,`position`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`author_id` text NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`due_on` text,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`urgent_at` integer,
	`announced_at` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`cancelled_by` text,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requests_matter` ON `requests` (`matter_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `requests_firm_status` ON `requests` (`firm_id`,`status`,`due_on`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`replaced_by` text NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`subject_id`,`number`);--> statement-breakpoint
CREATE TABLE `chat_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`recipient` text NOT NULL,
	`conversation` text NOT NULL,
	`message_id` text NOT NULL,
	`notice_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`member_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_messages_subject` ON `chat_messages` (`subject_id`,`notice_kind`,`recipient`);--> statement-breakpoint
CREATE INDEX `chat_messages_at` ON `chat_messages` (`at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`matter_id` text,
	`client_id` text,
	`subject_id` text,
	`facts` text NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_matter` ON `events` (`matter_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_firm` ON `events` (`firm_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_id`);--> statement-breakpoint
CREATE TABLE `interactions` (
	`firm_id` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`became` text,
	PRIMARY KEY(`firm_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `interactions_at` ON `interactions` (`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`channel` text NOT NULL,
	`notice` text NOT NULL,
	`notice_kind` text NOT NULL,
	`locale` text NOT NULL,
	`recipient` text NOT NULL,
	`client_id` text,
	`member_id` text,
	`access_id` text,
	`matter_id` text,
	`subject_id` text,
	`event_id` text,
	`reply_address_id` text,
	`order_key` text,
	`message_id` text,
	`thread_key` text,
	`server_message_id` text,
	`in_reply_to` text,
	`mail_subject` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`claimed_until` integer,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_as` text,
	`bounced_at` integer,
	`opened_at` integer,
	`seen_at` integer,
	`cancelled_because` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`order_key`,`state`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject_id`);--> statement-breakpoint
CREATE INDEX `outbox_message` ON `outbox` (`message_id`);--> statement-breakpoint
CREATE INDEX `outbox_server_message` ON `outbox` (`server_message_id`);--> statement-breakpoint
CREATE INDEX `outbox_thread` ON `outbox` (`thread_key`,`created_at`);--> statement-breakpoint
CREATE TABLE `chat_tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`bot_token` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_tenants_tenant` ON `chat_tenants` (`platform`,`tenant`);--> statement-breakpoint
CREATE INDEX `chat_tenants_firm` ON `chat_tenants` (`firm_id`);--> statement-breakpoint
CREATE TABLE `firms` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`country` text NOT NULL,
	`region` text,
	`support_contact` text,
	`accent` text,
	`closing_days` text NOT NULL,
	`digest_hour` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `member_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`member_id` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_identities_user` ON `member_identities` (`platform`,`tenant`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_identities_member` ON `member_identities` (`member_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`locale` text,
	`delegate_id` text,
	`absent_from` text,
	`absent_until` text,
	`created_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email` ON `members` (`firm_id`,`email`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`firm_id` text NOT NULL,
	`team_id` text NOT NULL,
	`member_id` text NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_members_member` ON `team_members` (`team_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `team_members_by_member` ON `team_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`firm_id`,`name`);--> statement-breakpoint
CREATE TABLE `involvements` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`client_id` text NOT NULL,
	`side` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `involvements_party` ON `involvements` (`matter_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `involvements_client` ON `involvements` (`client_id`,`side`);--> statement-breakpoint
CREATE TABLE `matter_words` (
	`firm_id` text NOT NULL,
	`word` text NOT NULL,
	`matter_id` text NOT NULL,
	PRIMARY KEY(`firm_id`, `word`, `matter_id`),
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `matter_words_matter` ON `matter_words` (`matter_id`,`word`);--> statement-breakpoint
CREATE TABLE `matters` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`number` text,
	`alias` text,
	`reference` text NOT NULL,
	`visibility` text NOT NULL,
	`team_id` text,
	`parent_id` text,
	`relation` text,
	`sensitive_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	`closed_at` integer,
	`closed_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `matters_firm` ON `matters` (`firm_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `matters_parent` ON `matters` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `matters_reference` ON `matters` (`firm_id`,`reference`);--> statement-breakpoint
CREATE TABLE `responsibles` (
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`member_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`matter_id`, `member_id`),
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `responsibles_member` ON `responsibles` (`member_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`request_id` text NOT NULL,
	`item_id` text NOT NULL,
	`client_id` text NOT NULL,
	`via` text NOT NULL,
	`from_address` text,
	`access_id` text,
	`arrival_id` text NOT NULL,
	`inbound_id` text,
	`on_behalf_by` text,
	`on_behalf_via` text,
	`text` text,
	`created_at` integer NOT NULL,
	`verdict` text,
	`verdict_at` integer,
	`verdict_by` text,
	`reason_code` text,
	`reason_note` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `request_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arrival_id`) REFERENCES `arrivals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbound_id`) REFERENCES `inbound_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_item` ON `answers` (`item_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `answers_request` ON `answers` (`request_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `answers_arrival` ON `answers` (`arrival_id`);--> statement-breakpoint
CREATE TABLE `arrivals` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`request_id` text NOT NULL,
	`client_id` text NOT NULL,
	`via` text NOT NULL,
	`from_address` text,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `arrivals_request` ON `arrivals` (`request_id`,`client_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`matter_id` text,
	`client_id` text,
	`answer_id` text,
	`inbound_id` text,
	`request_id` text,
	`arrival_id` text,
	`suggested_item_id` text,
	`suggestion_score` real,
	`settled_at` integer,
	`settled_by` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_as` text NOT NULL,
	`flag` text,
	`created_at` integer NOT NULL,
	`purged_at` integer,
	`purged_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `answers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inbound_id`) REFERENCES `inbound_messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arrival_id`) REFERENCES `arrivals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_answer` ON `files` (`answer_id`);--> statement-breakpoint
CREATE INDEX `files_matter` ON `files` (`matter_id`);--> statement-breakpoint
CREATE INDEX `files_inbound` ON `files` (`inbound_id`);--> statement-breakpoint
CREATE INDEX `files_request` ON `files` (`request_id`);--> statement-breakpoint
CREATE INDEX `files_arrival` ON `files` (`arrival_id`);--> statement-breakpoint
CREATE INDEX `files_stored` ON `files` (`stored_as`);--> statement-breakpoint
CREATE TABLE `inbound_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text,
	`source` text NOT NULL,
	`source_key` text NOT NULL,
	`envelope_from` text,
	`envelope_to` text NOT NULL,
	`remote_address` text,
	`raw_key` text NOT NULL,
	`raw_size` integer NOT NULL,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`claimed_until` integer,
	`last_error` text,
	`message_id` text,
	`content_hash` text,
	`from_address` text,
	`from_name` text,
	`subject` text,
	`written_text` text,
	`kind` text,
	`matched_by` text,
	`matter_id` text,
	`request_id` text,
	`news_id` text,
	`client_id` text,
	`proof` text,
	`quarantine_reason` text,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_source` ON `inbound_messages` (`source`,`source_key`);--> statement-breakpoint
CREATE INDEX `inbound_state` ON `inbound_messages` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbound_content` ON `inbound_messages` (`content_hash`,`message_id`);--> statement-breakpoint
CREATE INDEX `inbound_firm` ON `inbound_messages` (`firm_id`,`state`);--> statement-breakpoint
CREATE INDEX `inbound_raw` ON `inbound_messages` (`raw_key`);--> statement-breakpoint
CREATE INDEX `inbound_request` ON `inbound_messages` (`request_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`request_id` text NOT NULL,
	`client_id` text NOT NULL,
	`next_at` integer,
	`sent_count` integer NOT NULL,
	`last_sent_at` integer,
	`previous_sent_at` integer,
	`snoozed_until` text,
	`stopped_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_request` ON `reminders` (`request_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `reminders_next` ON `reminders` (`next_at`);--> statement-breakpoint
CREATE INDEX `reminders_client` ON `reminders` (`client_id`);--> statement-breakpoint
CREATE TABLE `reply_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`client_id` text NOT NULL,
	`matter_id` text,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_addresses_recipient` ON `reply_addresses` (`subject_id`,`client_id`,`email`);