DROP INDEX "news_matter";--> statement-breakpoint
DROP INDEX "requests_matter";--> statement-breakpoint
DROP INDEX "events_matter";--> statement-breakpoint
CREATE INDEX "news_matter" ON "news" USING btree ("matter_id","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_matter" ON "requests" USING btree ("matter_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_matter" ON "events" USING btree ("matter_id","at","id");