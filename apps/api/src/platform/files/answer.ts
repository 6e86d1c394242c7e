import { m } from "@cahier/schema/messages";
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import type { EntityManager } from "typeorm";
import type { Language } from "../../graphql/resolvers.generated.ts";
import { rates } from "../server/guards.ts";
import { log } from "../log.ts";
import { writeInLanguageOfSite } from "../organiser.ts";
import { written } from "../written.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** True of a route that answers a file, in a language. */
    file?: boolean;
  }
}

/** Options of file routes: a low rate is enough for anybody. HEAD answers as GET does, without the file. */
export const served = { config: { ...rates.exports, file: true } };

/** The language that an address asks its file in, if any. */
function asked({ query }: FastifyRequest): Language | null {
  const { language } = query as { language?: unknown };
  return language === "en" || language === "fr" ? language : null;
}

/** The language of a file: the one that its address asks for, else that of the site. */
export const languageOf = (request: FastifyRequest): Language => asked(request) ?? written.locale;

/** Reads the language of the site before a file whose address asks for none. */
export const knowLanguage = (app: FastifyInstance, db: EntityManager) =>
  app.addHook("preHandler", async (request) => {
    if (request.routeOptions.config.file && !asked(request)) await writeInLanguageOfSite(db);
  });

/** Says in words that there is nothing here, or nothing for them. */
export function refuse(reply: FastifyReply, status: number, locale: Language) {
  const words = status === 401 ? m.export_sign_in({}, { locale }) : m.export_not_there({}, { locale });
  return reply.code(status).type("text/plain; charset=utf-8").send(`${words}\n`);
}

/** Says that a file is for all, and stays as it is as long as `state` does. True when whoever asks has it already. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, ...state: string[]): boolean {
  const tag = `"${createHash("sha256").update(state.join(" ")).digest("base64url")}"`;
  void reply.header("etag", tag).header("cache-control", "public, max-age=0, must-revalidate");
  return request.headers["if-none-match"] === tag;
}

/** Says that a file is for one person, and nobody's to keep. False where a page of another site makes a browser fetch it. */
export function isTheirs(request: FastifyRequest, reply: FastifyReply): boolean {
  void reply.header("cache-control", "private, no-store");
  return request.headers["sec-fetch-site"] !== "cross-site";
}

/** Sends a file as it is made. An error half-way cuts it short and is logged: it is too late to tell. */
export function send(
  reply: FastifyReply,
  { id }: FastifyRequest,
  file: Readable | Buffer | string,
  type: string,
  name: string,
) {
  if (typeof file === "object" && "pipe" in file) file.on("error", (error) => log.error("export", error, { id }));
  return reply.type(type).header("content-disposition", `attachment; filename="${name}"`).send(file);
}
