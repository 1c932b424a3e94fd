CREATE TABLE "sandboxes" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"parent_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"frozen" boolean NOT NULL,
	"shown_ms" bigint NOT NULL,
	"since_ms" bigint NOT NULL,
	"moved_by" text,
	"moved_until_ms" bigint,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "jobs_due";--> statement-breakpoint
DROP INDEX "reminders_due";--> statement-breakpoint
DROP INDEX "webhook_queues_due";--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "clock" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "clock" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_queues" ADD COLUMN "clock" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sandboxes_organization" ON "sandboxes" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "sandboxes_parent" ON "sandboxes" USING btree ("parent_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("clock","state","due_at");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("clock","due_ms") WHERE "reminders"."due_ms" is not null;--> statement-breakpoint
CREATE INDEX "webhook_queues_due" ON "webhook_queues" USING btree ("clock","due_ms") WHERE "webhook_queues"."due_ms" is not null;