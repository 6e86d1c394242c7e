import { m } from "@cahier/schema/messages";
import type { FastifyInstance } from "fastify";
import { dayOf } from "../../../platform/day.ts";
import type { Server } from "../../../platform/server/http.ts";
import { retryAfter } from "../../../platform/server/unavailable.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import { archiveTurns } from "../../../platform/files/turns.ts";
import { csv } from "../../../platform/files/csv.ts";
import { chainFile, dictionary, openChain } from "./chain.data.ts";
import { chainTable } from "./chain.rows.ts";

const types = { csv: "text/csv; charset=utf-8; header=present", json: "application/json; charset=utf-8" };

interface OpenChainRequest {
  Params: { table: string };
}

/** The whole chain as open data: one archive, and each table alone. The same for all until something is written. */
export function openChainRoutes(app: FastifyInstance, { database, config: { origin } }: Server) {
  const db = database.manager;
  const take = archiveTurns();

  app.get("/open-data.zip", served, async (request, reply) => {
    const language = languageOf(request);
    const now = new Date();
    const state = await stateOf(db);
    if (isKnown(request, reply, "chain", language, dayOf(now), state)) return reply.code(304).send();
    const file = await take(() => openChain(db, { origin, language, now }));
    if (!file) return reply.code(503).header("retry-after", retryAfter).header("cache-control", "no-store").send();
    return send(
      reply,
      request,
      file,
      "application/zip",
      `cahier-commun-${m.export_open_file({}, { locale: language })}.zip`,
    );
  });

  app.get("/open-data/dictionary.csv", served, async (request, reply) =>
    send(reply, request, csv(dictionary(languageOf(request)), { labels: false }), types.csv, "dictionary.csv"),
  );

  for (const format of ["csv", "json"] as const)
    app.get<OpenChainRequest>(`/open-data/:table.${format}`, served, async (request, reply) => {
      const language = languageOf(request);
      const now = new Date();
      const state = await stateOf(db);
      const table = chainTable(request.params.table);
      if (!table) return refuse(reply, 404, language);
      if (isKnown(request, reply, table.name, format, language, dayOf(now), state)) return reply.code(304).send();
      const file = chainFile(db, table, format, { origin, language, now });
      return send(reply, request, file, types[format], `${table.name}.${format}`);
    });

  // The word that French readers look for.
  for (const [from, to] of [
    ["/donnees", "/open-data"],
    ["/en/donnees", "/en/open-data"],
  ] as const)
    app.get(from, async (_, reply) => reply.redirect(to, 301));
}
