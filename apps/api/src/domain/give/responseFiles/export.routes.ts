import { m } from "@cahier/schema/messages";
import type { FastifyInstance } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { questionnairePolicy } from "../../listen/questionnaire/questionnaire.policy.ts";
import { isTheirs, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import { exportQuestionnaire } from "./export.commands.ts";
import { type Format, responsesFile, types } from "./export.files.ts";
import { exportedOf } from "./export.queries.ts";

interface ExportRequest {
  Params: { slug: string };
  Querystring: { language?: string };
}

/** Exports of a team: plain addresses, useless without a session. */
export function exportRoutes(app: FastifyInstance, { database, config }: Server) {
  for (const format of Object.keys(types) as Format[])
    app.get<ExportRequest>(`/exports/questionnaires/:slug.${format}`, served, async (request, reply) => {
      const language = languageOf(request);
      // A page of another site must not make a browser fetch what only its reader may have.
      if (!isTheirs(request, reply)) return refuse(reply, 403, language);
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (!request.viewer.id) return refuse(reply, 401, language);
      const context = createContext(database, { viewer: request.viewer, requestId: request.id });
      const { slug } = request.params;
      // 404 for a forbidden questionnaire as for a missing one: existence is not revealed.
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
