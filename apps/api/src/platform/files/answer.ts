import { m } from "@cahier/schema/messages";
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import type { Language } from "../../graphql/resolvers.generated.ts";
import { rates } from "../server/guards.ts";
import { log } from "../log.ts";

/** Options of file routes: a low rate is enough for anybody. HEAD answers as GET does, without the file. */
export const served = { config: rates.exports };

/** The language that an address asks its file in. */
export const languageOf = (request: FastifyRequest): Language =>
  (request.query as { language?: string }).language === "en" ? "en" : "fr";

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
