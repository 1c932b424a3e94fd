ALTER TABLE "sandboxes" ADD COLUMN "move_key" text;--> statement-breakpoint
ALTER TABLE "sandboxes" ADD COLUMN "move_target_ms" bigint;