CREATE TABLE "file_passwords" (
	"file_id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"sealed" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"given_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_passwords" ADD CONSTRAINT "file_passwords_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_passwords" ADD CONSTRAINT "file_passwords_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;