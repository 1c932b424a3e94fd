CREATE TABLE "link_event_types" (
	"id" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"event_type_id" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_visits" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"user_id" text NOT NULL,
	"created_by" text NOT NULL,
	"title" text,
	"duration_minutes" integer,
	"starts" jsonb,
	"availability" jsonb,
	"next_days" integer,
	"max_uses" integer,
	"uses" integer NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"rearm_on_cancel" boolean NOT NULL,
	"contact_id" text,
	"greeting" text,
	"opens" integer NOT NULL,
	"last_opened_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_types" ADD COLUMN "link_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "link_event_types_pair" ON "link_event_types" USING btree ("link_id","event_type_id");--> statement-breakpoint
CREATE INDEX "link_event_types_type" ON "link_event_types" USING btree ("event_type_id");--> statement-breakpoint
CREATE INDEX "link_visits_seen" ON "link_visits" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "links_hash" ON "links" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "links_organization" ON "links" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "links_user" ON "links" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "links_contact" ON "links" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "bookings_link" ON "bookings" USING btree ("link_id");