import type { FastifyInstance } from "fastify";
import type { Site } from "../../platform/http.ts";
import { proposalRoutes } from "./proposal.routes.ts";

/** What is made of the data to be handed over, printed, shown. */
export function productionRoutes(app: FastifyInstance, site: Site) {
  proposalRoutes(app, site);
}
