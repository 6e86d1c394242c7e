import { m } from "@cahier/schema/messages";
import type { FastifyInstance } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Site } from "../../../platform/server/http.ts";
import { retryAfter } from "../../../platform/server/unavailable.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { questionnairePolicy } from "../../listen/questionnaire/questionnaire.policy.ts";
import { isKnown, isTheirs, languageOf, refuse, send, served, stateOf } from "../../../platform/files/answer.ts";
import { openData } from "../openData/open.data.ts";
import { openPolicy } from "../openData/open.policy.ts";
import { exportQuestionnaire } from "./export.commands.ts";
import { type Format, responsesFile, types } from "./export.files.ts";
import { exportedOf } from "./export.queries.ts";
import { keyPointRoutes } from "../keyPointFiles/keyPoints.routes.ts";
import { openChainRoutes } from "../openData/chain.routes.ts";
import { synthesisRoutes } from "../synthesisFiles/synthesis.routes.ts";

interface Asked {
  Params: { slug: string };
  Querystring: { language?: string };
}

/** Files: those of a team, and those of everybody. */
export function exportRoutes(app: FastifyInstance, site: Site) {
  teamRoutes(app, site);
  openDataRoutes(app, site);
  keyPointRoutes(app, site);
  synthesisRoutes(app, site);
  openChainRoutes(app, site);
}

/** What a team takes out: plain addresses, which are nothing without a session. */
function teamRoutes(app: FastifyInstance, { database, config }: Site) {
  for (const format of Object.keys(types) as Format[])
    app.get<Asked>(`/exports/questionnaires/:slug.${format}`, served, async (request, reply) => {
      const language = languageOf(request);
      // A page of another site must not make a browser fetch what only its reader may have.
      if (!isTheirs(request, reply)) return refuse(reply, 403, language);
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (!request.viewer.id) return refuse(reply, 401, language);
      const context = createContext(database, { viewer: request.viewer, requestId: request.id });
      const { slug } = request.params;
      // Where one may not, as where there is nothing.
      const exported = await exportedOf(database.manager, slug);
      if (!exported || !questionnairePolicy.export(request.viewer, exported.groupId))
        return refuse(reply, 404, language);
      await context.run((tx) => exportQuestionnaire(tx, { exported, format }));
      const address = `${config.origin}/questionnaires/${slug}`;
      const file = responsesFile(database.manager, exported, { format, language, address, now: context.now });
      const name = `${slug}-${m.export_file({}, { locale: language })}-${dayOf(context.now)}.${format}`;
      return send(reply, request, file, types[format], name);
    });
}

/** How many archives are made at once: each takes a second of the database for ten thousand responses. */
const mostAtOnce = 2;

/** What anybody may take: the same archive for all until something is written, which whoever has it is told in a word. */
function openDataRoutes(app: FastifyInstance, { database, config }: Site) {
  let making = 0;
  app.get<Asked>("/open-data/questionnaires/:slug.zip", served, async (request, reply) => {
    const language = languageOf(request);
    const { slug } = request.params;
    const db = database.manager;
    const now = new Date();
    // Read before the rest: what is written meanwhile makes another archive.
    const state = await stateOf(db);
    const exported = await exportedOf(db, slug);
    if (!exported || !openPolicy.published(exported.questionnaire, now)) return refuse(reply, 404, language);
    if (isKnown(request, reply, slug, language, dayOf(now), state)) return reply.code(304).send();
    if (making >= mostAtOnce)
      return reply.code(503).header("retry-after", retryAfter).header("cache-control", "no-store").send();
    making++;
    const file = await openData(db, exported, { origin: config.origin, language, now }).catch((error: unknown) => {
      making--;
      throw error;
    });
    file.once("close", () => making--);
    return send(reply, request, file, "application/zip", `${slug}-${m.export_open_file({}, { locale: language })}.zip`);
  });
}
