import { limits } from "@cahier/schema/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import { writers } from "../../../platform/files/writing/formats.ts";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import type { Document } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";
import { currentOf, documentOf } from "./document.queries.ts";
import { sheetDocument } from "./sheet.document.ts";

interface SheetRequest {
  Params: { slug: string };
}

/** Templates as ODT: a sheet as it is kept, or what somebody filled without an account, which is kept nowhere. */
export function sheetRoutes(app: FastifyInstance, { database, config: { origin } }: Server) {
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    document: Document,
    answers: Record<string, string>,
  ) {
    const writing = sheetDocument({ document, answers, origin, day: dayOf(new Date()), language: languageOf(request) });
    const file = (await writers.odt.write(writing)) as Buffer;
    void reply.header("cache-control", "private, no-store");
    return send(reply, request, file, writers.odt.type, `${document.slug}.odt`);
  }

  app.get<SheetRequest>("/documents/:slug/sheet.odt", served, async (request, reply) => {
    request.viewer = await viewerFrom(database, request.headers.cookie);
    const context = createContext(database, { viewer: request.viewer, requestId: request.id });
    const document = await documentOf(context, request.params.slug);
    if (!document || document.sections.length === 0) return refuse(reply, 404, languageOf(request));
    const isWriter = document.kind === "SHEET" && documentPolicy.change(request.viewer, document);
    const answers = isWriter ? document.answers : ((await currentOf(context, document))?.answers ?? {});
    return answer(request, reply, document, answers);
  });

  takeForms(app, (posts) => {
    posts.post<SheetRequest>("/documents/:slug/sheet.odt", { config: rates.posts }, async (request, reply) => {
      const document = await documentOf(createContext(database), request.params.slug);
      if (!document || document.kind !== "TEMPLATE") return refuse(reply, 404, languageOf(request));
      const fields = request.body as URLSearchParams;
      const typed = document.sections.map(({ key }) => {
        const words = (fields.get(key) ?? "").slice(0, limits["document.answer"]);
        return [key, words.replace(/\r\n?/g, "\n").replaceAll("\0", "")] as const;
      });
      const title = (fields.get("title") ?? "").trim().slice(0, limits["document.title"]) || document.title;
      return answer(request, reply, { ...document, title }, Object.fromEntries(typed));
    });
  });
}
