import { largestDocument } from "@cahier/schema/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";
import { createContext, type Transaction } from "../../../platform/context.ts";
import { isKnown, languageOf, refuse, served } from "../../../platform/files/answer.ts";
import { Forbidden, isNotFound } from "../../../platform/refusal.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { refuseFile, sendDownload, tellFileProblems } from "../../ground/attachment/fileAnswers.ts";
import { keepSent, type Sent } from "../../ground/storedFile/keepSent.ts";
import { bytesOfFile } from "../../ground/storedFile/storedFile.writes.ts";
import { textImportPolicy } from "../textImport/textImport.policy.ts";
import { addImportedFile, addNotebookFile } from "./file.commands.ts";
import { fileOf } from "./file.queries.ts";

interface FileRequest {
  Params: { id: string; file: string };
  Querystring: { name?: unknown };
}

/** Kinds of files that an original is taken as. */
const taken: AttachmentKind[] = ["PDF", "PNG", "JPEG", "WEBP"];

/** Scans of notebooks: sent one by one, or by the import whose rows name them; shown beside the transcription. */
export function notebookRoutes(app: FastifyInstance, { database, config, dress }: Server) {
  // A rehearsal leaves nothing in a bucket: its tables are dropped whole.
  const store = dress ? null : config.bucket;
  const keeping = { database, store, taken, otherwise: "NOT_A_SCAN" as const };

  takeFiles(app, largestDocument, (files) => {
    tellFileProblems(files, "OVER_20_MB");
    // Checked before the file is read: others may not have one kept.
    files.addHook("onRequest", async (request, reply) => {
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (textImportPolicy.bring(request.viewer)) return;
      await reply.code(request.viewer.id ? 403 : 401).send({ error: "This is not yours to do." });
    });
    const options = { bodyLimit: largestDocument, config: rates.scans };

    async function take<Done>(
      { body, query, viewer, id: requestId }: FastifyRequest<FileRequest>,
      reply: FastifyReply,
      act: (tx: Transaction, name: string, sent: Sent) => Promise<Done>,
    ) {
      if (!Buffer.isBuffer(body) || body.length === 0) return refuseFile(reply, 422, "REQUIRED");
      const name = typeof query.name === "string" ? query.name : "";
      const context = createContext(database, { viewer, requestId });
      try {
        await keepSent(keeping, context, body, (tx, sent) => act(tx, name, sent));
        return await reply.send({ problems: [] });
      } catch (error) {
        if (error instanceof Forbidden) return reply.code(403).send({ error: error.message, requestId });
        if (isNotFound(error)) return reply.code(404).send({ error: "Not there.", requestId });
        throw error;
      }
    }

    files.post<FileRequest>("/notebooks/:id/files", options, (request, reply) =>
      take(request, reply, (tx, name, sent) => addNotebookFile(tx, request.params.id, name, sent)),
    );
    files.post<FileRequest>("/imports/:id/scans", options, (request, reply) =>
      take(request, reply, (tx, name, sent) => addImportedFile(tx, request.params.id, name, sent)),
    );
  });

  app.get<FileRequest>("/notebooks/:id/files/:file", served, async (request, reply) => {
    const found = await asked(request);
    if (!found) return refuse(reply, 404, languageOf(request));
    return sendDownload(
      reply,
      found.kind,
      `${request.params.id}-${found.id}`,
      await bytesOfFile(database.manager, store, found.fileId),
    );
  });

  app.get<FileRequest>("/notebooks/:id/files/:file/page", served, async (request, reply) => {
    const found = await asked(request);
    const id = found?.pictureId ?? (found && found.kind !== "PDF" ? found.fileId : null);
    if (!id) return refuse(reply, 404, languageOf(request));
    if (isKnown(request, reply, id)) return reply.code(304).send();
    const bytes = await bytesOfFile(database.manager, store, id);
    const type = bytes[0] === 0x89 ? "image/png" : bytes[0] === 0xff ? "image/jpeg" : "image/webp";
    return reply.type(type).header("content-security-policy", "default-src 'none'; sandbox").send(bytes);
  });

  async function asked(request: FastifyRequest<FileRequest>) {
    const { id, file } = request.params;
    const viewer = await viewerFrom(database, request.headers.cookie);
    return fileOf(createContext(database, { viewer, requestId: request.id }), id, file);
  }
}
