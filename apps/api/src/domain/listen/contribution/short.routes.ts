import type { FastifyInstance } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { served } from "../../../platform/files/answer.ts";
import type { Server } from "../../../platform/server/http.ts";
import { contributionOrPlace } from "./contribution.queries.ts";
import { endOfId } from "./short.ts";

/** Leads from the short address of a contribution to its page, where anybody may read it or see its place. */
export function shortRoutes(app: FastifyInstance, { database }: Server) {
  for (const language of ["", "/en"])
    app.get<{ Params: { code: string } }>(`${language}/p/:code`, served, async (request, reply) => {
      const context = createContext(database, { requestId: request.id });
      const end = endOfId(request.params.code);
      const text = "select id from contribution where right(id::text, 10) = $1 order by id limit 10";
      const found = end ? await prepared<{ id: string }>(context.db, "contribution: short", text, [end]) : [];
      for (const { id } of found)
        if (await contributionOrPlace(context, id)) return reply.redirect(`${language}/contributions/${id}`, 301);
      // The page of a contribution says, in the reader's language, that there is none.
      return reply.redirect(`${language}/contributions/${encodeURIComponent(request.params.code.slice(0, 20))}`, 302);
    });
}
