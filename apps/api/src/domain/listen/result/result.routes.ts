import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { languageOf } from "../../../platform/files/answer.ts";
import { siteOf } from "../../../platform/organiser.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { resultCsv } from "./result.csv.ts";
import type { Language } from "./result.lines.ts";
import { resultsToRead } from "./result.queries.ts";
import { resultSvg } from "./result.svg.ts";

interface ResultFileRequest {
  Params: { slug: string; file: string };
  Querystring: { within?: string };
}

/** The result of a question as a file: as a table and as a drawing. It holds what its page shows to the same person. */
export function resultRoutes(app: FastifyInstance, { database }: Server) {
  const answer = (language?: Language) => async (request: FastifyRequest<ResultFileRequest>, reply: FastifyReply) => {
    const locale = language ?? languageOf(request);
    const { slug, file } = request.params;
    const [, code, kind] = /^(.+)\.(csv|svg)$/.exec(file) ?? [];
    const viewer = await viewerFrom(database, request.headers.cookie);
    const context = createContext(database, { viewer, requestId: request.id });
    const { within } = request.query;
    const results = kind ? await resultsToRead(context, slug, typeof within === "string" ? within : null) : null;
    const wordings = results?.questions.filter(({ question }) => question.code === code) ?? [];
    if (!results || wordings.length === 0) return reply.code(404).send({ error: "Not there." });
    void reply
      .header("cache-control", viewer.id ? "private, no-store" : "public, max-age=0, must-revalidate")
      .header("content-disposition", `attachment; filename="${nameOf(slug, code!, kind!)}"`);
    if (kind === "csv") return reply.type("text/csv; charset=utf-8").send(resultCsv(results, wordings, locale));
    return reply
      .type("image/svg+xml; charset=utf-8")
      .send(resultSvg(results, wordings, { now: context.now, site: await siteOf(database.manager) }, locale));
  };
  const limited = { config: { ...rates.graphql, file: true } };
  app.get<ResultFileRequest>("/questionnaires/:slug/results/:file", limited, answer());
  app.get<ResultFileRequest>("/en/questionnaires/:slug/results/:file", limited, answer("en"));
}

const nameOf = (slug: string, code: string, kind: string) => `${slug}-${code}.${kind}`.replaceAll(/[^\w.-]/g, "-");
