import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import { Forbidden } from "../../../platform/refusal.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { receiveFile } from "./receive.commands.ts";
import { type FileFault, most, readRows, UnreadableRows } from "./rows.ts";
import { textImportPolicy } from "./textImport.policy.ts";

interface Sent {
  Body: unknown;
  Querystring: Partial<Record<"key" | "group" | "name", unknown>>;
}

/** Problem told for each fault of a file, with the values of its sentence. */
const told: Record<FileFault, [code: ProblemCode, value: string | null]> = {
  EMPTY: ["UNREADABLE_FILE", "EMPTY"],
  ENCODING: ["UNREADABLE_FILE", "ENCODING"],
  NO_ROWS: ["UNREADABLE_FILE", "NO_ROWS"],
  NOT_A_TABLE: ["UNREADABLE_FILE", "NOT_A_TABLE"],
  TOO_LARGE: ["TOO_LARGE", null],
  TOO_MANY_ROWS: ["UNREADABLE_FILE", "TOO_MANY_ROWS"],
  TOO_MANY_COLUMNS: ["UNREADABLE_FILE", "TOO_MANY_COLUMNS"],
};

/** Files of texts: a plain request, because a file is more than GraphQL takes. Answers are `{ problems }`, as a mutation's. */
export function textImportRoutes(app: FastifyInstance, { database }: Server) {
  takeFiles(app, most.bytes, (files) => {
    files.setErrorHandler<FastifyError>((error, _, reply) => {
      if (error instanceof UnreadableRows) return refuse(reply, 422, ...told[error.reason]);
      if (error.statusCode === 413) return refuse(reply, 413, "TOO_LARGE", null);
      throw error;
    });
    // Checked before the file is read: others may not have one read.
    files.addHook("onRequest", async (request, reply) => {
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (textImportPolicy.bring(request.viewer)) return;
      await reply
        .code(request.viewer.id ? 403 : 401)
        .send({ error: "Importing texts is not yours to do.", requestId: request.id });
    });
    const options = { bodyLimit: most.bytes, config: rates.forms };

    files.post<Sent>("/imports/files", options, async (request: FastifyRequest<Sent>, reply) => {
      const { body, query, viewer, id: requestId } = request;
      const read = await readRows(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
      const { run } = createContext(database, { viewer, requestId });
      const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 300) : "");
      try {
        const sent = { read, key: text(query.key), group: text(query.group), fileName: text(query.name) };
        const done = await run((tx) => receiveFile(tx, sent));
        const { problems, textImport } = done;
        return await reply.code(problems.length > 0 ? 422 : 200).send({ problems, id: textImport?.id ?? null });
      } catch (error) {
        if (!(error instanceof Forbidden)) throw error;
        return reply.code(403).send({ error: error.message, requestId });
      }
    });
  });
}

const refuse = (reply: FastifyReply, status: number, code: ProblemCode, value: string | null) =>
  reply.code(status).send({ problems: [{ code, field: "file", value }] });
