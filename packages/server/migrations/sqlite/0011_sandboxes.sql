CREATE TABLE `sandboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`frozen` integer NOT NULL,
	`shown_ms` integer NOT NULL,
	`since_ms` integer NOT NULL,
	`moved_by` text,
	`moved_until_ms` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sandboxes_organization` ON `sandboxes` (`organization_id`);--> statement-breakpoint
CREATE INDEX `sandboxes_parent` ON `sandboxes` (`parent_id`,`created_at`);--> statement-breakpoint
DROP INDEX `jobs_due`;--> statement-breakpoint
ALTER TABLE `jobs` ADD `clock` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`clock`,`state`,`due_at`);--> statement-breakpoint
DROP INDEX `reminders_due`;--> statement-breakpoint
ALTER TABLE `reminders` ADD `clock` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`clock`,`due_ms`) WHERE "reminders"."due_ms" is not null;--> statement-breakpoint
DROP INDEX `webhook_queues_due`;--> statement-breakpoint
ALTER TABLE `webhook_queues` ADD `clock` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `webhook_queues_due` ON `webhook_queues` (`clock`,`due_ms`) WHERE "webhook_queues"."due_ms" is not null;