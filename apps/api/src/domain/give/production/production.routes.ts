import { m } from "@cahier/schema/messages";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProductionFormat } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { retryAfter } from "../../../platform/server/unavailable.ts";
import { writers } from "../../../platform/files/writing/formats.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { isKnown, isTheirs, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import type { Production, ProductionFile } from "./production.entity.ts";
import { productionPolicy } from "./production.policy.ts";
import { fileOf, makeAgain, productionOf, wordsOf } from "./production.queries.ts";
import { proposalRoutes } from "./proposal.routes.ts";

const types: Record<ProductionFormat, string> = {
  PDF: writers.pdf.type,
  DOCX: writers.docx.type,
  ODT: writers.odt.type,
  HTML: writers.html.type,
  PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

interface ProductionRequest {
  Params: { id: string };
}

/** Files to be handed over, printed or shown. */
export function productionRoutes(app: FastifyInstance, server: Server) {
  proposalRoutes(app, server);
  fileRoutes(app, server);
}

/** Files that a team had made, and their traces. A visitor takes the public ones, and makes none. */
function fileRoutes(app: FastifyInstance, { database, config: { origin } }: Server) {
  const serve = (end: "file" | "trace.json") =>
    app.get<ProductionRequest>(`/productions/:id/${end}`, served, async (request, reply) => {
      const language = languageOf(request);
      const context = createContext(database, { requestId: request.id });
      const production = await productionOf(context, request.params.id);
      if (!production?.finishedAt) return refuse(reply, 404, language);
      if (production.publishedAt) {
        if (
          isKnown(request, reply, production.id, end, production.finishedAt.toISOString(), await wordsNow(production))
        )
          return reply.code(304).send();
      } else {
        if (!isTheirs(request, reply)) return refuse(reply, 403, language);
        request.viewer = await viewerFrom(database, request.headers.cookie);
        if (!request.viewer.id) return refuse(reply, 401, language);
        if (!productionPolicy.take(request.viewer, production)) return refuse(reply, 404, language);
      }
      return answer(request, reply, production, end);
    });

  /** Answers the digest of the words of a file, read again at each request: withdrawn words change it. */
  async function wordsNow(production: Production): Promise<string> {
    const context = createContext(database);
    const file = await fileOf(context, production.id);
    return file ? (await wordsOf(context, file.passageIds, origin)).digest : "";
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    production: Production,
    end: "file" | "trace.json",
  ) {
    const context = createContext(database);
    const made = await fileOf(context, production.id);
    if (!made || (await wordsOf(context, made.passageIds, origin)).digest !== made.wordsDigest) {
      await makeAgain(context, production);
      const words = m.production_made_again({}, { locale: languageOf(request) });
      return reply
        .code(503)
        .header("retry-after", retryAfter)
        .header("cache-control", "no-store")
        .type("text/plain; charset=utf-8")
        .send(`${words}\n`);
    }
    const group = (await context.load(WorkingGroups, production.groupId))!;
    return give(request, reply, production, { made, end, slug: group.slug });
  }

  function give(
    request: FastifyRequest,
    reply: FastifyReply,
    { kind, format }: Production,
    { made, end, slug }: { made: ProductionFile; end: "file" | "trace.json"; slug: string },
  ) {
    const locale = languageOf(request);
    const what = kind === "REPORT" ? m.production_report_file({}, { locale }) : m.production_deck_file({}, { locale });
    if (end === "file")
      return send(reply, request, made.file, types[format], `${slug}-${what}.${format.toLowerCase()}`);
    return send(reply, request, made.trace, "application/json; charset=utf-8", `${slug}-${what}.json`);
  }

  serve("file");
  serve("trace.json");
}
