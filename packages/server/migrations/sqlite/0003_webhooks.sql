CREATE TABLE `webhook_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`number` integer NOT NULL,
	`trigger` text NOT NULL,
	`url` text NOT NULL,
	`request_headers` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`timings` text NOT NULL,
	`remote_address` text,
	`response_status` integer,
	`response_headers` text NOT NULL,
	`response_body` text NOT NULL,
	`truncated` integer NOT NULL,
	`error_code` text,
	`error_detail` text,
	`next_attempt_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_attempts_delivery` ON `webhook_attempts` (`delivery_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `webhook_attempts_age` ON `webhook_attempts` (`created_at`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`seq` integer NOT NULL,
	`body` text NOT NULL,
	`status` text NOT NULL,
	`trigger` text NOT NULL,
	`lane` integer NOT NULL,
	`attempts` integer NOT NULL,
	`due_ms` integer,
	`leased_by` text,
	`blocked` integer NOT NULL,
	`response_status` integer,
	`error_code` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`endpoint_id`,`lane`,`due_ms`) WHERE "webhook_deliveries"."due_ms" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_seq` ON `webhook_deliveries` (`endpoint_id`,`seq`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_subject` ON `webhook_deliveries` (`endpoint_id`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_organization` ON `webhook_deliveries` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_event` ON `webhook_deliveries` (`event_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_age` ON `webhook_deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`url` text NOT NULL,
	`description` text,
	`event_types` text NOT NULL,
	`filter` text,
	`headers` text,
	`ordering` text NOT NULL,
	`max_per_second` integer,
	`api_version` text NOT NULL,
	`enabled` integer NOT NULL,
	`disabled_reason` text,
	`disabled_at` integer,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_secret_expires_at` integer,
	`private_key` text,
	`public_key` text,
	`created_by` text NOT NULL,
	`seen_at` integer,
	`deleted_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_endpoints_organization` ON `webhook_endpoints` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `webhook_queues` (
	`endpoint_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`due_ms` integer,
	`paced_ms` integer,
	`failures` integer NOT NULL,
	`window_ms` integer,
	`window_total` integer NOT NULL,
	`window_failed` integer NOT NULL,
	`open_until_ms` integer,
	`opened` integer NOT NULL,
	`failing_since_ms` integer,
	`warned` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_queues_due` ON `webhook_queues` (`due_ms`);