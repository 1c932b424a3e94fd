CREATE TABLE `contact_aliases` (
	`user_id` text NOT NULL,
	`email_key` text NOT NULL,
	`contact_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_aliases_email` ON `contact_aliases` (`user_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `contact_aliases_contact` ON `contact_aliases` (`contact_id`);--> statement-breakpoint
CREATE TABLE `contact_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`from_id` text NOT NULL,
	`from_external_id` text,
	`from` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`moved` text NOT NULL,
	`event_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_merges_contact` ON `contact_merges` (`contact_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `contact_merges_from` ON `contact_merges` (`from_id`);--> statement-breakpoint
CREATE INDEX `contact_merges_external` ON `contact_merges` (`organization_id`,`from_external_id`);