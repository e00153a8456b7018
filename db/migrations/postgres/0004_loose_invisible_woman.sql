ALTER TABLE "client_words" ADD COLUMN "kin" bigint;--> statement-breakpoint
ALTER TABLE "matter_words" ADD COLUMN "kin" bigint;--> statement-breakpoint
CREATE INDEX "client_words_kin" ON "client_words" USING btree ("firm_id","word","client_id","kin");--> statement-breakpoint
CREATE INDEX "matter_words_kin" ON "matter_words" USING btree ("firm_id","word","matter_id","kin");