CREATE TABLE "accesses" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"living_email" text,
	"court_movements" boolean NOT NULL,
	"manual_movements" boolean NOT NULL,
	"tasks" boolean NOT NULL,
	"publications" boolean NOT NULL,
	"documents" boolean NOT NULL,
	"private_matters" boolean NOT NULL,
	"team_matters" boolean NOT NULL,
	"link_version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"entered_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text,
	"at" timestamp (3) with time zone NOT NULL,
	"file_id" text,
	"author_id" text,
	"external_key" text,
	"released_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"access_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "additional_emails" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"client_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"role" text,
	"matter_ids" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"name" text NOT NULL,
	"tax_id" text,
	"phones" jsonb NOT NULL,
	"address" text,
	"email" text NOT NULL,
	"salutation" text,
	"locale" text,
	"time_zone" text,
	"safe_contact" jsonb,
	"reminders_stopped_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dead_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"email" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audiences" (
	"firm_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"client_id" text NOT NULL,
	CONSTRAINT "audiences_subject_id_client_id_pk" PRIMARY KEY("subject_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"member_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"became_id" text
);
--> statement-breakpoint
CREATE TABLE "news" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"author_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"hearing" jsonb,
	"urgent_at" timestamp (3) with time zone,
	"announced_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text
);
--> statement-breakpoint
CREATE TABLE "request_items" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"request_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"issued_within_days" integer,
	"expires_on" text,
	"status" text NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"status_by" text,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"author_id" text NOT NULL,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"due_on" text,
	"status" text NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"urgent_at" timestamp (3) with time zone,
	"announced_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"cancelled_by" text,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"replaced_by" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"recipient" text NOT NULL,
	"conversation" text NOT NULL,
	"message_id" text NOT NULL,
	"notice_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"member_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"matter_id" text,
	"client_id" text,
	"subject_id" text,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions" (
	"firm_id" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"became" text,
	CONSTRAINT "interactions_firm_id_key_pk" PRIMARY KEY("firm_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"channel" text NOT NULL,
	"notice" jsonb NOT NULL,
	"notice_kind" text NOT NULL,
	"locale" text NOT NULL,
	"recipient" text NOT NULL,
	"client_id" text,
	"member_id" text,
	"access_id" text,
	"matter_id" text,
	"subject_id" text,
	"event_id" text,
	"reply_address_id" text,
	"order_key" text,
	"message_id" text,
	"thread_key" text,
	"server_message_id" text,
	"in_reply_to" text,
	"mail_subject" text,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_as" text,
	"bounced_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	"cancelled_because" text
);
--> statement-breakpoint
CREATE TABLE "chat_tenants" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"bot_token" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "firms" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"region" text,
	"support_contact" text,
	"accent" text,
	"closing_days" jsonb NOT NULL,
	"digest_hour" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"member_id" text NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"locale" text,
	"delegate_id" text,
	"absent_from" text,
	"absent_until" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"firm_id" text NOT NULL,
	"team_id" text NOT NULL,
	"member_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "involvements" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"client_id" text NOT NULL,
	"side" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matter_words" (
	"firm_id" text NOT NULL,
	"word" text NOT NULL,
	"matter_id" text NOT NULL,
	CONSTRAINT "matter_words_firm_id_word_matter_id_pk" PRIMARY KEY("firm_id","word","matter_id")
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"alias" text,
	"reference" text NOT NULL,
	"visibility" text NOT NULL,
	"team_id" text,
	"parent_id" text,
	"relation" text,
	"sensitive_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" text,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responsibles" (
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"member_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "responsibles_matter_id_member_id_pk" PRIMARY KEY("matter_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"request_id" text NOT NULL,
	"item_id" text NOT NULL,
	"client_id" text NOT NULL,
	"via" text NOT NULL,
	"from_address" text,
	"access_id" text,
	"arrival_id" text NOT NULL,
	"inbound_id" text,
	"on_behalf_by" text,
	"on_behalf_via" text,
	"text" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"verdict" text,
	"verdict_at" timestamp (3) with time zone,
	"verdict_by" text,
	"reason_code" text,
	"reason_note" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "arrivals" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"request_id" text NOT NULL,
	"client_id" text NOT NULL,
	"via" text NOT NULL,
	"from_address" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text,
	"client_id" text,
	"answer_id" text,
	"inbound_id" text,
	"request_id" text,
	"arrival_id" text,
	"suggested_item_id" text,
	"suggestion_score" double precision,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"stored_as" text NOT NULL,
	"flag" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"purged_at" timestamp (3) with time zone,
	"purged_by" text
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text,
	"source" text NOT NULL,
	"source_key" text NOT NULL,
	"envelope_from" text,
	"envelope_to" jsonb NOT NULL,
	"remote_address" text,
	"raw_key" text NOT NULL,
	"raw_size" integer NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"last_error" text,
	"message_id" text,
	"content_hash" text,
	"from_address" text,
	"from_name" text,
	"subject" text,
	"written_text" text,
	"kind" text,
	"matched_by" text,
	"matter_id" text,
	"request_id" text,
	"news_id" text,
	"client_id" text,
	"proof" text,
	"quarantine_reason" text,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"request_id" text NOT NULL,
	"client_id" text NOT NULL,
	"next_at" timestamp (3) with time zone,
	"sent_count" integer NOT NULL,
	"last_sent_at" timestamp (3) with time zone,
	"previous_sent_at" timestamp (3) with time zone,
	"snoozed_until" text,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reply_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"client_id" text NOT NULL,
	"matter_id" text,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_access_id_accesses_id_fk" FOREIGN KEY ("access_id") REFERENCES "public"."accesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_emails" ADD CONSTRAINT "additional_emails_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "additional_emails" ADD CONSTRAINT "additional_emails_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_addresses" ADD CONSTRAINT "dead_addresses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_items" ADD CONSTRAINT "request_items_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_items" ADD CONSTRAINT "request_items_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD CONSTRAINT "chat_tenants_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "involvements" ADD CONSTRAINT "involvements_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "involvements" ADD CONSTRAINT "involvements_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "involvements" ADD CONSTRAINT "involvements_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_words" ADD CONSTRAINT "matter_words_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_parent_id_matters_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibles" ADD CONSTRAINT "responsibles_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibles" ADD CONSTRAINT "responsibles_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibles" ADD CONSTRAINT "responsibles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_arrival_id_arrivals_id_fk" FOREIGN KEY ("arrival_id") REFERENCES "public"."arrivals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_inbound_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_id") REFERENCES "public"."inbound_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_inbound_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_id") REFERENCES "public"."inbound_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_arrival_id_arrivals_id_fk" FOREIGN KEY ("arrival_id") REFERENCES "public"."arrivals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accesses_email" ON "accesses" USING btree ("firm_id","living_email");--> statement-breakpoint
CREATE INDEX "accesses_client" ON "accesses" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "entries_matter" ON "entries" USING btree ("matter_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_external" ON "entries" USING btree ("matter_id","external_key");--> statement-breakpoint
CREATE INDEX "sessions_access" ON "sessions" USING btree ("access_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "additional_emails_email" ON "additional_emails" USING btree ("client_id","email");--> statement-breakpoint
CREATE INDEX "additional_emails_by_email" ON "additional_emails" USING btree ("firm_id","email");--> statement-breakpoint
CREATE INDEX "clients_firm" ON "clients" USING btree ("firm_id","name");--> statement-breakpoint
CREATE INDEX "clients_email" ON "clients" USING btree ("firm_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "dead_addresses_email" ON "dead_addresses" USING btree ("firm_id","email");--> statement-breakpoint
CREATE INDEX "audiences_client" ON "audiences" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "drafts_created" ON "drafts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "news_matter" ON "news" USING btree ("matter_id","created_at");--> statement-breakpoint
CREATE INDEX "request_items_request" ON "request_items" USING btree ("request_id","position");--> statement-breakpoint
CREATE INDEX "requests_matter" ON "requests" USING btree ("matter_id","created_at");--> statement-breakpoint
CREATE INDEX "requests_firm_status" ON "requests" USING btree ("firm_id","status","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("subject_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_subject" ON "chat_messages" USING btree ("subject_id","notice_kind","recipient");--> statement-breakpoint
CREATE INDEX "chat_messages_at" ON "chat_messages" USING btree ("at");--> statement-breakpoint
CREATE INDEX "events_matter" ON "events" USING btree ("matter_id","at");--> statement-breakpoint
CREATE INDEX "events_firm" ON "events" USING btree ("firm_id","at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "interactions_at" ON "interactions" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("order_key","state");--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "outbox_message" ON "outbox" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "outbox_server_message" ON "outbox" USING btree ("server_message_id");--> statement-breakpoint
CREATE INDEX "outbox_thread" ON "outbox" USING btree ("thread_key","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_tenants_tenant" ON "chat_tenants" USING btree ("platform","tenant");--> statement-breakpoint
CREATE INDEX "chat_tenants_firm" ON "chat_tenants" USING btree ("firm_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_identities_user" ON "member_identities" USING btree ("platform","tenant","user_id");--> statement-breakpoint
CREATE INDEX "member_identities_member" ON "member_identities" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("firm_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_member" ON "team_members" USING btree ("team_id","member_id");--> statement-breakpoint
CREATE INDEX "team_members_by_member" ON "team_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("firm_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "involvements_party" ON "involvements" USING btree ("matter_id","client_id");--> statement-breakpoint
CREATE INDEX "involvements_client" ON "involvements" USING btree ("client_id","side");--> statement-breakpoint
CREATE INDEX "matter_words_matter" ON "matter_words" USING btree ("matter_id","word");--> statement-breakpoint
CREATE INDEX "matters_firm" ON "matters" USING btree ("firm_id","created_at");--> statement-breakpoint
CREATE INDEX "matters_parent" ON "matters" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "matters_reference" ON "matters" USING btree ("firm_id","reference");--> statement-breakpoint
CREATE INDEX "responsibles_member" ON "responsibles" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "answers_item" ON "answers" USING btree ("item_id","created_at");--> statement-breakpoint
CREATE INDEX "answers_request" ON "answers" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "answers_arrival" ON "answers" USING btree ("arrival_id");--> statement-breakpoint
CREATE INDEX "arrivals_request" ON "arrivals" USING btree ("request_id","client_id","last_at");--> statement-breakpoint
CREATE INDEX "files_answer" ON "files" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "files_matter" ON "files" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "files_inbound" ON "files" USING btree ("inbound_id");--> statement-breakpoint
CREATE INDEX "files_request" ON "files" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "files_arrival" ON "files" USING btree ("arrival_id");--> statement-breakpoint
CREATE INDEX "files_stored" ON "files" USING btree ("stored_as");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_source" ON "inbound_messages" USING btree ("source","source_key");--> statement-breakpoint
CREATE INDEX "inbound_state" ON "inbound_messages" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "inbound_content" ON "inbound_messages" USING btree ("content_hash","message_id");--> statement-breakpoint
CREATE INDEX "inbound_firm" ON "inbound_messages" USING btree ("firm_id","state");--> statement-breakpoint
CREATE INDEX "inbound_raw" ON "inbound_messages" USING btree ("raw_key");--> statement-breakpoint
CREATE INDEX "inbound_request" ON "inbound_messages" USING btree ("request_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_request" ON "reminders" USING btree ("request_id","client_id");--> statement-breakpoint
CREATE INDEX "reminders_next" ON "reminders" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "reminders_client" ON "reminders" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_addresses_recipient" ON "reply_addresses" USING btree ("subject_id","client_id","email");