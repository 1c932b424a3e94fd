ALTER TABLE `sandboxes` ADD `move_key` text;--> statement-breakpoint
ALTER TABLE `sandboxes` ADD `move_target_ms` integer;