import { largestDocument } from "@cahier/schema/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";
import { type Context, createContext } from "../../../platform/context.ts";
import { isKnown, languageOf, refuse, served } from "../../../platform/files/answer.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { refuseFile, sendDownload, tellFileProblems } from "../../ground/attachment/fileAnswers.ts";
import { types } from "../../ground/attachment/kind.ts";
import { groupOf } from "../../ground/group/group.queries.ts";
import { keepSent } from "../../ground/storedFile/keepSent.ts";
import { bytesOfFile } from "../../ground/storedFile/storedFile.writes.ts";
import type { Document, DocumentVersion } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";
import { documentOf, versionsOf } from "./document.queries.ts";
import { addDocument, addDocumentVersion, saidOf } from "./file.commands.ts";
import { changeIn } from "./document.writes.ts";

interface FileRequest {
  Params: { slug: string; number: string };
  Querystring: Record<string, unknown>;
}

/** Kinds of files that are taken as documents. */
const taken = Object.keys(types) as AttachmentKind[];

/** Files per hour, of one person. */
const wait = limiter({ name: "document file", most: 60, seconds: 3600 });

const text = (given: unknown) => (typeof given === "string" ? given : "");
const texts = (given: unknown) => (Array.isArray(given) ? given.map(text) : [text(given)]).filter(Boolean);

/** Files of documents: sent by the team as the body of a request, served by the address of their document. */
export function documentRoutes(app: FastifyInstance, { database, config, dress }: Server) {
  const db = database.manager;
  // A rehearsal leaves nothing in a bucket: its tables are dropped whole.
  const store = dress ? null : config.bucket;

  async function contextOf(request: FastifyRequest): Promise<Context> {
    request.viewer = await viewerFrom(database, request.headers.cookie);
    return createContext(database, { viewer: request.viewer, requestId: request.id });
  }

  const keeping = { database, store, taken, otherwise: "NOT_A_DOCUMENT" as const };

  takeFiles(app, largestDocument, (files) => {
    tellFileProblems(files, "OVER_20_MB");
    const options = { bodyLimit: largestDocument, config: rates.forms };

    /** The person who sends, once they may and something came; null where the answer is given. */
    async function sender(request: FastifyRequest, reply: FastifyReply, may: boolean, viewerId: string | null) {
      if (!may || !viewerId)
        return (reply.code(viewerId ? 403 : 401).send({ error: "This is not yours to do." }), null);
      const seconds = await wait(db, viewerId);
      if (seconds > 0) return (refuseFile(reply, 429, "TOO_MANY_TRIES", String(seconds)), null);
      const { body } = request;
      if (!Buffer.isBuffer(body) || body.length === 0) return (refuseFile(reply, 422, "REQUIRED"), null);
      return body;
    }

    files.post<FileRequest>("/groups/:slug/documents", options, async (request, reply) => {
      const context = await contextOf(request);
      const group = await groupOf(context, request.params.slug);
      const may = group !== null && documentPolicy.add(context.viewer, group.id);
      const body = await sender(request, reply, may, context.viewer.id);
      if (!body) return reply;
      const { query } = request;
      const said = {
        title: text(query.title),
        purpose: text(query.purpose),
        datedOn: text(query.datedOn),
        licence: text(query.licence),
        attribution: text(query.attribution),
        language: text(query.language) || "fr",
      };
      // The fields are checked before the file is read: a field that is too long costs no upload.
      saidOf(said);
      const { slug } = await keepSent(keeping, context, body, (tx, sent) =>
        addDocument(tx, request.params.slug, said, texts(query.serves), sent),
      );
      return reply.send({ problems: [], document: { slug } });
    });

    files.post<FileRequest>("/documents/:slug/versions", options, async (request, reply) => {
      const context = await contextOf(request);
      const document = await documentOf(context, request.params.slug);
      const may = document !== null && documentPolicy.change(context.viewer, document);
      const body = await sender(request, reply, may, context.viewer.id);
      if (!body) return reply;
      const change = changeIn(text(request.query.change));
      const { version } = await keepSent(keeping, context, body, (tx, sent) =>
        addDocumentVersion(tx, document!.id, change, sent),
      );
      return reply.send({ problems: [], document: { slug: document!.slug, version } });
    });
  });

  /** A version of a document that the reader may have: by its number, or the one in force. */
  async function asked(request: FastifyRequest<FileRequest>): Promise<[Document, DocumentVersion] | null> {
    const context = await contextOf(request);
    const document = await documentOf(context, request.params.slug);
    if (!document) return null;
    const number = request.params.number === undefined ? document.version : Number(request.params.number);
    const version = (await versionsOf(context, document)).find((one) => one.number === number);
    return version ? [document, version] : null;
  }

  for (const path of ["/documents/:slug/file", "/documents/:slug/versions/:number/file"])
    app.get<FileRequest>(path, served, async (request, reply) => {
      const found = await asked(request);
      if (!found?.[1].fileId) return refuse(reply, 404, languageOf(request));
      const [{ slug }, { fileId, kind, number }] = found;
      return sendDownload(reply, kind as AttachmentKind, `${slug}-v${number}`, await bytesOfFile(db, store, fileId));
    });

  app.get<FileRequest>("/documents/:slug/versions/:number/page", served, async (request, reply) => {
    const found = await asked(request);
    const [, version] = found ?? [];
    const id = version?.pictureId ?? (version?.kind === "WEBP" ? version.fileId : null);
    if (!version || !id) return refuse(reply, 404, languageOf(request));
    if (isKnown(request, reply, id)) return reply.code(304).send();
    const bytes = await bytesOfFile(db, store, id);
    const type = bytes[0] === 0x89 ? "image/png" : bytes[0] === 0xff ? "image/jpeg" : "image/webp";
    return reply.type(type).header("content-security-policy", "default-src 'none'; sandbox").send(bytes);
  });
}
