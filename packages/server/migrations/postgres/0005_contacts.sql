CREATE TABLE "booking_contacts" (
	"booking_id" text NOT NULL,
	"user_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"status" text NOT NULL,
	"no_show" boolean NOT NULL,
	"start_minute" integer NOT NULL,
	"end_minute" integer NOT NULL,
	"notice_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"user_id" text NOT NULL,
	"event_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_timeline" (
	"contact_id" text NOT NULL,
	"event_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_words" (
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"word" text NOT NULL,
	"contact_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text,
	"phone" text,
	"company" text,
	"timezone" text,
	"about" text,
	"tags" jsonb NOT NULL,
	"source" text NOT NULL,
	"external_id" text,
	"edited" jsonb NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"name_key" text NOT NULL,
	"first_minute" integer NOT NULL,
	"last_minute" integer NOT NULL,
	"next_minute" integer NOT NULL,
	"booking_count" integer NOT NULL,
	"no_show_count" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "booking_contacts_pair" ON "booking_contacts" USING btree ("booking_id","user_id");--> statement-breakpoint
CREATE INDEX "booking_contacts_contact" ON "booking_contacts" USING btree ("contact_id","start_minute");--> statement-breakpoint
CREATE INDEX "contact_notes_contact" ON "contact_notes" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_notes_event" ON "contact_notes" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_timeline_event" ON "contact_timeline" USING btree ("contact_id","event_id");--> statement-breakpoint
CREATE INDEX "contact_timeline_seq" ON "contact_timeline" USING btree ("contact_id","seq");--> statement-breakpoint
CREATE INDEX "contact_timeline_kind" ON "contact_timeline" USING btree ("contact_id","kind","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_words_contact" ON "contact_words" USING btree ("contact_id","word");--> statement-breakpoint
CREATE INDEX "contact_words_organization" ON "contact_words" USING btree ("organization_id","word","contact_id");--> statement-breakpoint
CREATE INDEX "contact_words_user" ON "contact_words" USING btree ("user_id","word","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email" ON "contacts" USING btree ("user_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_external" ON "contacts" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "contacts_created" ON "contacts" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("organization_id","name_key");--> statement-breakpoint
CREATE INDEX "contacts_last" ON "contacts" USING btree ("organization_id","last_minute","id");--> statement-breakpoint
CREATE INDEX "contacts_next" ON "contacts" USING btree ("organization_id","next_minute","id");--> statement-breakpoint
CREATE INDEX "contacts_user_created" ON "contacts" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contacts_user_name" ON "contacts" USING btree ("user_id","name_key");--> statement-breakpoint
CREATE INDEX "contacts_user_last" ON "contacts" USING btree ("user_id","last_minute","id");--> statement-breakpoint
CREATE INDEX "contacts_user_next" ON "contacts" USING btree ("user_id","next_minute","id");