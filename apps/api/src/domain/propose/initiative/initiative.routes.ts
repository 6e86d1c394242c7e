import { CsvError } from "csv-parse/sync";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { Forbidden } from "../../../platform/refusal.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { termsOf } from "../../ground/theme/theme.queries.ts";
import { modelColumns, modelColumnsAfterCriteria } from "./columns.ts";
import { importInitiatives } from "./import.commands.ts";
import { initiativePolicy } from "./initiative.policy.ts";

/** Most bytes of a table: a thousand full sheets. */
const largestTable = 2_000_000;

/** Tables of initiatives: plain requests, because a file is more than GraphQL takes. Answers are `{ problems }`, as a mutation's. */
export function initiativeRoutes(app: FastifyInstance, { database }: Server) {
  takeFiles(app, largestTable, (tables) => {
    tables.setErrorHandler<FastifyError>((error, _, reply) => {
      if (error instanceof CsvError) return refuse(reply, 422, "UNREADABLE_FILE", "CSV");
      if (error.statusCode === 413) return refuse(reply, 413, "TOO_LARGE", null);
      throw error;
    });
    // Checked before the file is read: others may not have one read.
    tables.addHook("onRequest", async (request, reply) => {
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (initiativePolicy.judge(request.viewer)) return;
      await reply
        .code(request.viewer.id ? 403 : 401)
        .send({ error: "Importing initiatives is not yours to do.", requestId: request.id });
    });
    const options = { bodyLimit: largestTable, config: rates.forms };

    tables.post<Sent>("/initiatives/import", options, async (request: FastifyRequest<Sent>, reply) => {
      const { body, query, viewer, id: requestId } = request;
      const { run } = createContext(database, { viewer, requestId });
      const asked = {
        text: readText(Buffer.isBuffer(body) ? body : Buffer.alloc(0)),
        group: typeof query.group === "string" ? query.group.slice(0, 200) : null,
        write: query.write === "true",
      };
      try {
        const done = await run((tx) => importInitiatives(tx, asked));
        return await reply.code(done.problems.length > 0 ? 422 : 200).send(done);
      } catch (error) {
        if (!(error instanceof Forbidden)) throw error;
        return reply.code(403).send({ error: error.message, requestId });
      }
    });
  });

  app.get("/exports/initiatives/model.csv", { config: rates.exports }, async (request, reply) => {
    const criteria = await termsOf(createContext(database, { requestId: request.id }), "CRITERION");
    const heads = [...modelColumns, ...criteria.map(({ label }) => label), ...modelColumnsAfterCriteria];
    const line = heads.map((head) => `"${head.replaceAll('"', '""')}"`).join(";");
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="initiatives.csv"')
      .send(`\uFEFF${line}\r\n`);
  });
}

interface Sent {
  Body: unknown;
  Querystring: Partial<Record<"group" | "write", unknown>>;
}

/** Reads the text a spreadsheet saved: UTF-8, or else windows-1252. */
function readText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const refuse = (reply: FastifyReply, status: number, code: ProblemCode, value: string | null) =>
  reply.code(status).send({ problems: [{ code, field: "file", value }] });
