import type { FastifyInstance } from "fastify";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";

/** Route for a code typed in a browser without scripts: leads to the trail of the response, or says there is none. */
export function responseRoutes(app: FastifyInstance) {
  takeForms(app, (posts) => {
    for (const language of ["", "/en"])
      posts.post<{ Body: URLSearchParams }>(`${language}/follow`, { config: rates.posts }, async ({ body }, reply) => {
        const code = (body.get("code") ?? "").trim().slice(0, 64);
        return reply.redirect(`${language}/follow${code && `/${encodeURIComponent(code)}`}`, 303);
      });
  });
}
