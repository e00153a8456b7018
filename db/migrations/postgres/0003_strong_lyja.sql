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
