import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Context, createContext } from "../../../platform/context.ts";
import { languageOf, served } from "../../../platform/files/answer.ts";
import { imprintOf } from "../../../platform/organiser.ts";
import { dayOf } from "../../../platform/day.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import type { Server } from "../../../platform/server/http.ts";
import { log } from "../../../platform/log.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { instanceOf } from "../../ground/instance/instance.queries.ts";
import { definitionOf } from "../questionnaire/definition.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { groupAsking, questionnaireToRead } from "../questionnaire/questionnaire.queries.ts";
import { printedCode } from "../response/codes.ts";
import type { Sheet } from "./sheet.entity.ts";
import type { SheetOnPaper } from "./sheet.pdf.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import { sheetsOf } from "./sheet.queries.ts";

interface SheetFileRequest {
  Params: { slug: string; batch: string };
  Querystring: { large?: string; language?: string };
}

/** Paper as files: a form for anybody, and the sheets of a batch with their codes for whoever printed them today. */
export function paperRoutes(app: FastifyInstance, { database, config }: Server) {
  const contextOf = async ({ headers, id }: FastifyRequest) =>
    createContext(database, { viewer: await viewerFrom(database, headers.cookie), requestId: id });

  app.get<SheetFileRequest>("/questionnaires/:slug/print.pdf", served, async (request, reply) => {
    const context = await contextOf(request);
    const questionnaire = await questionnaireToRead(context, request.params.slug);
    if (!questionnaire) return reply.code(404).send({ error: "Not there." });
    return send(request, reply, context, questionnaire, null);
  });

  app.get<SheetFileRequest>("/paper/:slug/sheets/:batch.pdf", served, async (request, reply) => {
    const context = await contextOf(request);
    const questionnaire = await questionnaireToRead(context, request.params.slug);
    const sheets = questionnaire && (await sheetsOf(context, questionnaire, request.params.batch));
    if (!questionnaire || !sheets) return reply.code(404).send({ error: "Not there." });
    const { viewer, now } = context;
    const group = await groupAsking(context, questionnaire);
    const mayTell = sheetPolicy.enter(viewer, group.id) && sheetPolicy.tellCodes(viewer, sheets[0]!, dayOf(now));
    if (!mayTell)
      return reply.code(viewer.id ? 403 : 401).send({ error: "Codes are told to whoever printed them, the same day." });
    return send(request, reply, context, questionnaire, sheets);
  });

  async function send(
    request: FastifyRequest<SheetFileRequest>,
    reply: FastifyReply,
    { db }: Context,
    questionnaire: Questionnaire,
    sheets: Sheet[] | null,
  ) {
    const revision = sheets?.[0]?.questionnaireRevision ?? null;
    const { definition } = (await definitionOf(db, questionnaire.id, revision))!;
    const { query, id } = request;
    const language = languageOf(request);
    const { origin } = config;
    const imprint = await imprintOf(db, language);
    const large = query.large !== undefined;
    const onPaper = (sheets ?? []).map((sheet): SheetOnPaper => ({
      ...sheet,
      count: sheets!.length,
      code: printedCode(sheet.id),
    }));
    const france = !(await instanceOf(db)).ownTerritories;
    const writes = sendsMail(config);
    const options = { questionnaire, definition, origin, language, imprint, large, france, writes } as const;
    const { sheetsPdf } = await import("./sheet.pdf.ts");
    const { stream, finished } = sheetsPdf(options, onPaper);
    // The reader may leave before the end: what is left to write goes nowhere.
    finished.catch((error: unknown) => {
      log.error("pdf", error, { id });
      stream.destroy();
    });
    const name = `${questionnaire.slug}${sheets ? `-${sheets[0]!.batch}` : ""}${large ? "-16pt" : ""}.pdf`;
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="${name.replace(/[^\w.-]/g, "_")}"`)
      .header("cache-control", "no-store")
      .send(stream);
  }
}
