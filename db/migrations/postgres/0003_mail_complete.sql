CREATE TABLE "mailboxes" (
	"name" text PRIMARY KEY NOT NULL,
	"read_by" text,
	"read_until" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	"trouble" text,
	"trouble_since" timestamp (3) with time zone,
	"trouble_told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"given_hash" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"file_id" text,
	"answer_id" text,
	"kind" text NOT NULL,
	"made_of" text,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"stored_as" text NOT NULL,
	"failed" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text,
	"client_id" text NOT NULL,
	"inbound_id" text NOT NULL,
	"author_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text
);
--> statement-breakpoint
ALTER TABLE "client_words" ADD COLUMN "kin" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "soft_bounces" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "digest_by" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "trusts_server_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "stand_in_id" text;--> statement-breakpoint
ALTER TABLE "matter_words" ADD COLUMN "kin" bigint;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "join_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "held_because" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "virus" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "scanned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "released_by" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "inside_of" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "inside_path" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "contents" jsonb;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "prepared_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD COLUMN "said" jsonb;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD COLUMN "forwarded_from" text;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD COLUMN "client_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD COLUMN "escalated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_answers" ADD CONSTRAINT "message_answers_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_answers" ADD CONSTRAINT "message_answers_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_answers" ADD CONSTRAINT "message_answers_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_answers" ADD CONSTRAINT "message_answers_inbound_id_inbound_messages_id_fk" FOREIGN KEY ("inbound_id") REFERENCES "public"."inbound_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "renditions_file" ON "renditions" USING btree ("file_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "renditions_answer" ON "renditions" USING btree ("answer_id","kind");--> statement-breakpoint
CREATE INDEX "renditions_stored" ON "renditions" USING btree ("stored_as");--> statement-breakpoint
CREATE INDEX "message_answers_inbound" ON "message_answers" USING btree ("inbound_id","created_at");--> statement-breakpoint
CREATE INDEX "message_answers_matter" ON "message_answers" USING btree ("matter_id","client_id","created_at");--> statement-breakpoint
CREATE INDEX "client_words_kin" ON "client_words" USING btree ("firm_id","word","client_id","kin");--> statement-breakpoint
CREATE INDEX "outbox_reply_address" ON "outbox" USING btree ("reply_address_id");--> statement-breakpoint
CREATE INDEX "matter_words_kin" ON "matter_words" USING btree ("firm_id","word","matter_id","kin");--> statement-breakpoint
CREATE INDEX "answers_join" ON "answers" USING btree ("join_due_at") WHERE join_due_at is not null;--> statement-breakpoint
CREATE INDEX "files_held" ON "files" USING btree ("scanned_at") WHERE held_because in ('down', 'limits');--> statement-breakpoint
CREATE INDEX "files_unprepared" ON "files" USING btree ("id") WHERE prepared_at is null and purged_at is null and held_because is null;--> statement-breakpoint
CREATE INDEX "inbound_matter" ON "inbound_messages" USING btree ("matter_id","client_id","received_at");