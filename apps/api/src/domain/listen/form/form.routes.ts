/**
 * A form made elsewhere is sent twice: read, then sent again to be created and read again, since a browser's
 * account of it is never trusted. Nothing is dropped in silence: each change makes a note with its place and
 * reason, and a condition that cannot be said as ours leaves its question asked of everybody. 5 MB sent, 10 MB
 * inflated, 400 questions, no DOCTYPE.
 */
import { type Form, largestForm } from "@cahier/schema/form";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { createContext } from "../../../platform/context.ts";
import type { ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { Forbidden } from "../../../platform/refusal.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";
import { importForm } from "./form.commands.ts";
import { readForm } from "./read.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";

interface Sent {
  Body: unknown;
  Querystring: Partial<Record<"name" | "objective" | "title" | "key", unknown>>;
}

/**
 * Forms made elsewhere. Plain requests, because a file is more than GraphQL takes: its bytes are the body. Read first,
 * which creates nothing; then sent again to be created, and read again: what comes from a browser is never the form.
 * Answers are `{ problems }`, as a mutation's.
 */
export function formRoutes(app: FastifyInstance, { database }: Server) {
  takeFiles(app, largestForm, (forms) => {
    forms.setErrorHandler<FastifyError>((error, _, reply) => {
      if (error instanceof Unreadable) return refuse(reply, 422, "UNREADABLE_FILE", "file", error.reason);
      if (error.statusCode === 413) return refuse(reply, 413, "TOO_LARGE", "file");
      throw error;
    });
    // Known before the file is taken in: nobody else has one read.
    forms.addHook("onRequest", async (request, reply) => {
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (questionnairePolicy.compose(request.viewer)) return;
      await reply
        .code(request.viewer.id ? 403 : 401)
        .send({ error: "Composing is not yours to do.", requestId: request.id });
    });
    const options = { bodyLimit: largestForm, config: rates.forms };

    forms.post<Sent>("/forms", options, async ({ body, query }) => ({
      problems: [],
      form: await readFor(database, body, text(query.name)),
    }));

    forms.post<Sent>("/forms/questionnaire", options, async (request: FastifyRequest<Sent>, reply) => {
      const { body, query, viewer, id: requestId } = request;
      const [fileName, objective, title, key] = [query.name, query.objective, query.title, query.key].map(text);
      const form = await readFor(database, body, fileName!);
      const { run } = createContext(database, { viewer, requestId });
      try {
        const done = await run((tx) =>
          importForm(tx, { form, fileName: fileName!, objective: objective!, title: title!, key: key! }),
        );
        return await reply.code(done.problems.length > 0 ? 422 : 200).send(done);
      } catch (error) {
        if (!(error instanceof Forbidden)) throw error;
        return reply.code(403).send({ error: error.message, requestId });
      }
    });
  });
}

/** A form as the site reads it: that its words are in the language of the site is nothing to note. */
async function readFor({ manager }: DataSource, body: unknown, fileName: string): Promise<Form> {
  const [form, { language }] = await Promise.all([readInTurn(bytesOf(body), fileName), organiserOf(manager)]);
  return { ...form, notes: form.notes.filter(({ code, value }) => code !== "LANGUAGE" || value !== language) };
}

let turn: Promise<unknown> = Promise.resolve();

/** One form at a time: however many are sent at once, they take the memory of one. */
function readInTurn(bytes: Buffer, fileName: string): Promise<Form> {
  const mine = turn.then(() => readForm(bytes, fileName));
  turn = mine.catch(() => {});
  return mine;
}

const bytesOf = (body: unknown) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 1000) : "");

const refuse = (reply: FastifyReply, status: number, code: ProblemCode, field: string, value: string | null = null) =>
  reply.code(status).send({ problems: [{ code, field, value }] });
