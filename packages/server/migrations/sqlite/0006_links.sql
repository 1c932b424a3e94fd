CREATE TABLE `link_event_types` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`event_type_id` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_event_types_pair` ON `link_event_types` (`link_id`,`event_type_id`);--> statement-breakpoint
CREATE INDEX `link_event_types_type` ON `link_event_types` (`event_type_id`);--> statement-breakpoint
CREATE TABLE `link_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `link_visits_seen` ON `link_visits` (`seen_at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_by` text NOT NULL,
	`title` text,
	`duration_minutes` integer,
	`starts` text,
	`availability` text,
	`next_days` integer,
	`max_uses` integer,
	`uses` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`rearm_on_cancel` integer NOT NULL,
	`contact_id` text,
	`greeting` text,
	`opens` integer NOT NULL,
	`last_opened_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_hash` ON `links` (`hash`);--> statement-breakpoint
CREATE INDEX `links_organization` ON `links` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `links_user` ON `links` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `links_contact` ON `links` (`contact_id`);--> statement-breakpoint
ALTER TABLE `event_types` ADD `link_id` text;--> statement-breakpoint
CREATE INDEX `bookings_link` ON `bookings` (`link_id`);