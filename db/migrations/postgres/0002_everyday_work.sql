CREATE TABLE "news_confirmations" (
	"firm_id" text NOT NULL,
	"news_id" text NOT NULL,
	"client_id" text NOT NULL,
	"via" text NOT NULL,
	"email" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "news_confirmations_news_id_client_id_pk" PRIMARY KEY("news_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "paper_custody" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"item_id" text NOT NULL,
	"client_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"received_by" text NOT NULL,
	"kept_where" text NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"returned_by" text,
	"returned_to" text
);
--> statement-breakpoint
CREATE TABLE "request_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"items" jsonb NOT NULL,
	"due_in_days" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text
);
--> statement-breakpoint
CREATE TABLE "install_links" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"tenant" text
);
--> statement-breakpoint
CREATE TABLE "install_states" (
	"id" text PRIMARY KEY NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"member_id" text NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"user_id" text NOT NULL,
	"chat_name" text NOT NULL,
	"locale" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "matter_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"channel" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"linked_by" text NOT NULL,
	"held_at" timestamp (3) with time zone,
	"held_because" text
);
--> statement-breakpoint
ALTER TABLE "news" ADD COLUMN "confirm_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "news" ADD COLUMN "unconfirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "request_items" ADD COLUMN "expiry_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "request_items" ADD COLUMN "renewed_by" text;--> statement-breakpoint
ALTER TABLE "request_items" ADD COLUMN "to_sign_id" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "thread_key" text;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "thread_id" text;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "enterprise" text;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "refresh_token" text;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "token_expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "renewing_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "installed_by" text;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "connected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "disconnected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "disconnected_because" text;--> statement-breakpoint
ALTER TABLE "chat_tenants" ADD COLUMN "void_token" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "reminder_policy" jsonb;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "hold_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "digest_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "purged_because" text;--> statement-breakpoint
ALTER TABLE "news_confirmations" ADD CONSTRAINT "news_confirmations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_confirmations" ADD CONSTRAINT "news_confirmations_news_id_news_id_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_confirmations" ADD CONSTRAINT "news_confirmations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_custody" ADD CONSTRAINT "paper_custody_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_custody" ADD CONSTRAINT "paper_custody_item_id_request_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."request_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_custody" ADD CONSTRAINT "paper_custody_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_custody" ADD CONSTRAINT "paper_custody_received_by_members_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_templates" ADD CONSTRAINT "request_templates_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "install_links" ADD CONSTRAINT "install_links_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_requests" ADD CONSTRAINT "link_requests_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_channels" ADD CONSTRAINT "matter_channels_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_channels" ADD CONSTRAINT "matter_channels_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_channels" ADD CONSTRAINT "matter_channels_linked_by_members_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "news_confirmations_client" ON "news_confirmations" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "paper_custody_item" ON "paper_custody" USING btree ("item_id","received_at");--> statement-breakpoint
CREATE INDEX "request_templates_firm" ON "request_templates" USING btree ("firm_id","name");--> statement-breakpoint
CREATE INDEX "install_links_firm" ON "install_links" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "install_states_used" ON "install_states" USING btree ("used_at");--> statement-breakpoint
CREATE UNIQUE INDEX "link_requests_user" ON "link_requests" USING btree ("platform","tenant","user_id","member_id");--> statement-breakpoint
CREATE INDEX "link_requests_firm" ON "link_requests" USING btree ("firm_id");--> statement-breakpoint
CREATE UNIQUE INDEX "matter_channels_matter" ON "matter_channels" USING btree ("matter_id","platform");--> statement-breakpoint
CREATE UNIQUE INDEX "matter_channels_channel" ON "matter_channels" USING btree ("platform","tenant","channel");--> statement-breakpoint
CREATE INDEX "news_confirm" ON "news" USING btree ("confirm_by");--> statement-breakpoint
CREATE INDEX "request_items_expiry" ON "request_items" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "request_items_to_sign" ON "request_items" USING btree ("to_sign_id");--> statement-breakpoint
CREATE INDEX "request_items_waiting" ON "request_items" USING btree ("firm_id","status","status_at","id");--> statement-breakpoint
CREATE INDEX "requests_due" ON "requests" USING btree ("firm_id","due_on","id") WHERE status in ('open', 'partial');--> statement-breakpoint
CREATE INDEX "chat_messages_thread" ON "chat_messages" USING btree ("thread_key","at");--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("firm_id","created_at","id") WHERE state in ('failed', 'bounced');--> statement-breakpoint
CREATE INDEX "inbound_waiting" ON "inbound_messages" USING btree ("firm_id","received_at","id") WHERE state in ('quarantined', 'unmatched', 'unreadable');