CREATE TABLE "reminder_stops" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"event_type_id" text NOT NULL,
	"workflow_id" text NOT NULL,
	"step_id" text NOT NULL,
	"offset_minutes" integer NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"due_ms" bigint,
	"leased_by" text,
	"state" text NOT NULL,
	"reason" text,
	"error" text,
	"attempts" integer NOT NULL,
	"mail_id" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_workflows" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"user_id" text,
	"is_default" boolean NOT NULL,
	"steps" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_types" ADD COLUMN "reminder_workflow_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_stops_email" ON "reminder_stops" USING btree ("organization_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_key" ON "reminders" USING btree ("booking_id","step_id","starts_at","recipient");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("due_ms");--> statement-breakpoint
CREATE INDEX "reminders_organization" ON "reminders" USING btree ("organization_id","due_at");--> statement-breakpoint
CREATE INDEX "reminder_workflows_organization" ON "reminder_workflows" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "event_types_reminder_workflow" ON "event_types" USING btree ("reminder_workflow_id");