CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`prefix` text NOT NULL,
	`last4` text NOT NULL,
	`scopes` text NOT NULL,
	`mode` text NOT NULL,
	`allowed_ips` text NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organization` ON `api_keys` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `booking_hosts` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`user_id` text NOT NULL,
	`position` integer NOT NULL,
	`event_type_id` text NOT NULL,
	`session_id` text NOT NULL,
	`active` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`padded_start` integer NOT NULL,
	`padded_end` integer NOT NULL,
	`booked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_hosts_pair` ON `booking_hosts` (`booking_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `booking_hosts_busy` ON `booking_hosts` (`user_id`,`active`,`padded_end`);--> statement-breakpoint
CREATE INDEX `booking_hosts_start` ON `booking_hosts` (`user_id`,`active`,`start_minute`);--> statement-breakpoint
CREATE INDEX `booking_hosts_type` ON `booking_hosts` (`event_type_id`,`active`,`start_minute`);--> statement-breakpoint
CREATE INDEX `booking_hosts_turn` ON `booking_hosts` (`event_type_id`,`active`,`booked_at`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`organization_id` text NOT NULL,
	`event_type_id` text NOT NULL,
	`title` text NOT NULL,
	`questions` text NOT NULL,
	`session_id` text NOT NULL,
	`series_id` text,
	`status` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`timezone` text NOT NULL,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`seats` integer NOT NULL,
	`guest_name` text NOT NULL,
	`guest_email` text NOT NULL,
	`guest_key` text NOT NULL,
	`guest_timezone` text NOT NULL,
	`guest_locale` text,
	`additional_guests` text NOT NULL,
	`answers` text NOT NULL,
	`location` text,
	`notes` text,
	`source` text NOT NULL,
	`link_id` text,
	`api_key_id` text,
	`no_show` integer NOT NULL,
	`cancelled_by` text,
	`cancel_reason` text,
	`cancelled_at` integer,
	`reschedule_reason` text,
	`manage_hash` text,
	`metadata` text NOT NULL,
	`external_id` text,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bookings_organization` ON `bookings` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_start` ON `bookings` (`organization_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_event_type` ON `bookings` (`event_type_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_session` ON `bookings` (`session_id`);--> statement-breakpoint
CREATE INDEX `bookings_series` ON `bookings` (`series_id`);--> statement-breakpoint
CREATE INDEX `bookings_guest` ON `bookings` (`organization_id`,`guest_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_manage` ON `bookings` (`manage_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_external` ON `bookings` (`organization_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `busy_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `busy_blocks_user` ON `busy_blocks` (`user_id`,`end_minute`);--> statement-breakpoint
CREATE INDEX `busy_blocks_organization` ON `busy_blocks` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`to_name` text,
	`to_email` text NOT NULL,
	`reply_to` text,
	`subject` text NOT NULL,
	`text` text,
	`html` text,
	`calendar` text,
	`state` text NOT NULL,
	`error` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `mails_organization` ON `mails` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_subject` ON `mails` (`subject_id`);--> statement-breakpoint
CREATE TABLE `event_types` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`owner_type` text NOT NULL,
	`owner_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`duration_options` text,
	`interval_minutes` integer,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`min_notice_minutes` integer NOT NULL,
	`window` text NOT NULL,
	`limits` text NOT NULL,
	`seats` integer NOT NULL,
	`requires_confirmation` integer NOT NULL,
	`scheduling` text NOT NULL,
	`schedule_id` text,
	`locations` text NOT NULL,
	`questions` text NOT NULL,
	`visibility` text NOT NULL,
	`active` integer NOT NULL,
	`redirect_url` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_types_slug` ON `event_types` (`owner_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_types_external` ON `event_types` (`organization_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `event_types_organization` ON `event_types` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `event_types_schedule` ON `event_types` (`schedule_id`);--> statement-breakpoint
CREATE TABLE `event_type_hosts` (
	`id` text PRIMARY KEY NOT NULL,
	`event_type_id` text NOT NULL,
	`user_id` text NOT NULL,
	`position` integer NOT NULL,
	`weight` integer NOT NULL,
	`schedule_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_type_hosts_pair` ON `event_type_hosts` (`event_type_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `event_type_hosts_user` ON `event_type_hosts` (`user_id`);--> statement-breakpoint
CREATE INDEX `event_type_hosts_schedule` ON `event_type_hosts` (`schedule_id`);--> statement-breakpoint
CREATE TABLE `event_counters` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`mode` text NOT NULL,
	`actor_type` text NOT NULL,
	`actor_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`previous` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_log` ON `events` (`organization_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_expiry` ON `idempotency_keys` (`expires_at`);--> statement-breakpoint
CREATE TABLE `rate_buckets` (
	`id` text PRIMARY KEY NOT NULL,
	`full_at` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`organization_id` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_organization` ON `invitations` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`timezone` text NOT NULL,
	`week_start` text NOT NULL,
	`plan` text NOT NULL,
	`mode` text NOT NULL,
	`allowed_origins` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug` ON `organizations` (`slug`);--> statement-breakpoint
CREATE TABLE `request_log` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`status` integer NOT NULL,
	`duration_micros` integer NOT NULL,
	`actor_type` text NOT NULL,
	`actor_id` text NOT NULL,
	`code` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `request_log_organization` ON `request_log` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `request_log_age` ON `request_log` (`created_at`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`timezone` text NOT NULL,
	`weekly` text NOT NULL,
	`overrides` text NOT NULL,
	`is_default` integer NOT NULL,
	`external_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `schedules_user` ON `schedules` (`user_id`,`is_default`);--> statement-breakpoint
CREATE INDEX `schedules_organization` ON `schedules` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `schedules_external` ON `schedules` (`organization_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_agent` text NOT NULL,
	`ip` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`sign_up` text,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_token` ON `sign_in_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `time_off` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`start_date` text,
	`end_date` text,
	`timezone` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `time_off_user` ON `time_off` (`user_id`,`end_minute`);--> statement-breakpoint
CREATE INDEX `time_off_organization` ON `time_off` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`sign_in_key` text,
	`name` text NOT NULL,
	`username` text NOT NULL,
	`timezone` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`sign_in` integer NOT NULL,
	`password_hash` text,
	`limits` text NOT NULL,
	`external_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_sign_in` ON `users` (`sign_in_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`organization_id`,`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_external` ON `users` (`organization_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `users_organization` ON `users` (`organization_id`,`created_at`);