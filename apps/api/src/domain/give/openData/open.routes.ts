import { m } from "@cahier/schema/messages";
import type { FastifyInstance } from "fastify";
import { dayOf } from "../../../platform/day.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import { archiveTurns } from "../../../platform/files/turns.ts";
import type { Server } from "../../../platform/server/http.ts";
import { retryAfter } from "../../../platform/server/unavailable.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { exportedOf } from "../responseFiles/export.queries.ts";
import { openData } from "./open.data.ts";
import { openPolicy } from "./open.policy.ts";

interface OpenDataRequest {
  Params: { slug: string };
  Querystring: { language?: string };
}

/** Public archives. The same for all until the next write; a client that has it gets a 304. */
export function openDataRoutes(app: FastifyInstance, { database, config }: Server) {
  const take = archiveTurns();
  app.get<OpenDataRequest>("/open-data/questionnaires/:slug.zip", served, async (request, reply) => {
    const language = languageOf(request);
    const { slug } = request.params;
    const db = database.manager;
    const now = new Date();
    // Read before the rest: what is written meanwhile makes another archive.
    const state = await stateOf(db);
    const exported = await exportedOf(db, slug);
    if (!exported || !openPolicy.published(exported.questionnaire, now)) return refuse(reply, 404, language);
    if (await db.existsBy(WorkingGroups, { id: exported.groupId, preparing: true }))
      return refuse(reply, 404, language);
    if (isKnown(request, reply, slug, language, dayOf(now), state)) return reply.code(304).send();
    const file = await take(() => openData(db, exported, { origin: config.origin, language, now }));
    if (!file) return reply.code(503).header("retry-after", retryAfter).header("cache-control", "no-store").send();
    return send(reply, request, file, "application/zip", `${slug}-${m.export_open_file({}, { locale: language })}.zip`);
  });
}
