CREATE TABLE "browser_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"event_type_id" text,
	"user_id" text,
	"booking_id" text,
	"guest" jsonb,
	"read_only" boolean NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "browser_sessions_hash" ON "browser_sessions" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "browser_sessions_organization" ON "browser_sessions" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "browser_sessions_expiry" ON "browser_sessions" USING btree ("expires_at");