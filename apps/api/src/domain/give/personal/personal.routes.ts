import type { FastifyInstance } from "fastify";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { dayOf } from "../../../platform/day.ts";
import { languageOf, refuse, send } from "../../../platform/files/answer.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { type Format, personalFile, types } from "./personal.files.ts";
import { subjectOfCode, subjectOfViewer } from "./personal.queries.ts";
import { personalPlan, personalRows } from "./personal.rows.ts";

const wait = limiter({ name: "own data", most: 20, seconds: 3600 });

/** One's own data as a file: asked by POST, so that no address that could be shared leads to it. */
export function personalRoutes(app: FastifyInstance, { database }: Server) {
  app.post<{ Body: { code?: string; format?: string } | null }>(
    "/my-data/file",
    { config: rates.exports },
    async (request, reply) => {
      const { manager } = database;
      const language = languageOf(request);
      void reply.header("cache-control", "private, no-store");
      const { code, format: asked } = request.body ?? {};
      const format: Format = asked === "csv" ? "csv" : "json";
      request.viewer = await viewerFrom(database, request.headers.cookie);
      const subject =
        typeof code === "string" && code
          ? await subjectOfCode(manager, code)
          : await subjectOfViewer(manager, request.viewer);
      if (!subject) return refuse(reply, code ? 404 : 401, language);
      const seconds = await wait(manager, subject.personId ?? code!);
      if (seconds) return reply.code(429).header("retry-after", seconds).send();
      const day = dayOf(new Date());
      const name = `${language === "fr" ? "mes-donnees" : "my-data"}-${day}.${format}`;
      const pages = personalRows(manager, await personalPlan(manager, subject));
      return send(reply, request, personalFile(pages, format, day, language), types[format], name);
    },
  );
}
