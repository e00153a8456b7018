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
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "renditions_file" ON "renditions" USING btree ("file_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "renditions_answer" ON "renditions" USING btree ("answer_id","kind");--> statement-breakpoint
CREATE INDEX "renditions_stored" ON "renditions" USING btree ("stored_as");--> statement-breakpoint
CREATE INDEX "answers_join" ON "answers" USING btree ("join_due_at") WHERE join_due_at is not null;--> statement-breakpoint
CREATE INDEX "files_held" ON "files" USING btree ("scanned_at") WHERE held_because in ('down', 'limits');--> statement-breakpoint
CREATE INDEX "files_unprepared" ON "files" USING btree ("id") WHERE prepared_at is null and purged_at is null and held_because is null;