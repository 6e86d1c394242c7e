import type { FastifyInstance } from "fastify";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { addressOf } from "../../../platform/mail/stopLink.ts";
import { stopMails } from "./stop.ts";

interface Route {
  Querystring: { token?: string };
  Body: URLSearchParams;
}

/** Asking for no more mails: by the button of a page, or at once by that of a mail program (RFC 8058). Opening the link does nothing. */
export function stopRoutes(app: FastifyInstance, { database }: Server) {
  takeForms(app, (posts) => {
    for (const language of ["", "/en"])
      posts.post<Route>(`${language}/mails/stop`, { config: rates.posts }, async ({ query, body }, reply) => {
        // Given twice, it is a list.
        const address = addressOf(`${query.token}`);
        if (address) await database.transaction((db) => stopMails(db, address));
        if (body.has("List-Unsubscribe"))
          return reply.code(address ? 200 : 404).send(address ? "Done." : "No such link.");
        return reply.redirect(`${language}/mails/stop?${address ? "stopped" : "unknown"}`, 303);
      });
  });
}
