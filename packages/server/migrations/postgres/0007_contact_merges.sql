CREATE TABLE "contact_aliases" (
	"user_id" text NOT NULL,
	"email_key" text NOT NULL,
	"contact_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"from_id" text NOT NULL,
	"from_external_id" text,
	"from" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"event_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "contact_aliases_email" ON "contact_aliases" USING btree ("user_id","email_key");--> statement-breakpoint
CREATE INDEX "contact_aliases_contact" ON "contact_aliases" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contact_merges_contact" ON "contact_merges" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_merges_from" ON "contact_merges" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "contact_merges_external" ON "contact_merges" USING btree ("organization_id","from_external_id");