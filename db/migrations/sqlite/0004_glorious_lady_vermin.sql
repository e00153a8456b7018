ALTER TABLE `client_words` ADD `kin` integer;--> statement-breakpoint
CREATE INDEX `client_words_kin` ON `client_words` (`firm_id`,`word`,`client_id`,`kin`);--> statement-breakpoint
ALTER TABLE `matter_words` ADD `kin` integer;--> statement-breakpoint
CREATE INDEX `matter_words_kin` ON `matter_words` (`firm_id`,`word`,`matter_id`,`kin`);