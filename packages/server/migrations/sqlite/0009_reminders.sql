CREATE TABLE `reminder_stops` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email_key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_stops_email` ON `reminder_stops` (`organization_id`,`email_key`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`event_type_id` text NOT NULL,
	`workflow_id` text NOT NULL,
	`step_id` text NOT NULL,
	`offset_minutes` integer NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`starts_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`due_ms` integer,
	`leased_by` text,
	`state` text NOT NULL,
	`reason` text,
	`error` text,
	`attempts` integer NOT NULL,
	`mail_id` text,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_key` ON `reminders` (`booking_id`,`step_id`,`starts_at`,`recipient`);--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`due_ms`);--> statement-breakpoint
CREATE INDEX `reminders_organization` ON `reminders` (`organization_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `reminder_workflows` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`user_id` text,
	`is_default` integer NOT NULL,
	`steps` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reminder_workflows_organization` ON `reminder_workflows` (`organization_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `event_types` ADD `reminder_workflow_id` text;--> statement-breakpoint
CREATE INDEX `event_types_reminder_workflow` ON `event_types` (`reminder_workflow_id`);