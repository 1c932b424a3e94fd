CREATE TABLE `browser_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`event_type_id` text,
	`user_id` text,
	`booking_id` text,
	`guest` text,
	`read_only` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `browser_sessions_hash` ON `browser_sessions` (`hash`);--> statement-breakpoint
CREATE INDEX `browser_sessions_organization` ON `browser_sessions` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `browser_sessions_expiry` ON `browser_sessions` (`expires_at`);