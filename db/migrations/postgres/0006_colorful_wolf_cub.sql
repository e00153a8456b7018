CREATE TABLE "request_confirmations" (
	"firm_id" text NOT NULL,
	"request_id" text NOT NULL,
	"client_id" text NOT NULL,
	"via" text NOT NULL,
	"email" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_confirmations_request_id_client_id_pk" PRIMARY KEY("request_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "confirm_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "unconfirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_confirmations" ADD CONSTRAINT "request_confirmations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_confirmations_client" ON "request_confirmations" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "requests_confirm" ON "requests" USING btree ("confirm_by");