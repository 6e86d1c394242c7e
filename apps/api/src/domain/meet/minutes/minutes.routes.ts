import { largestFile } from "@cahier/schema/limits";
import type { FastifyInstance } from "fastify";
import { documentText } from "../../../platform/files/reading/documentText.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { refuseFile, tellFileProblems } from "../../ground/attachment/fileAnswers.ts";
import { minutesPolicy } from "./minutes.policy.ts";

/** The words of a text, ODT or DOCX document, for those who write minutes: read, answered, and kept nowhere. */
export function minutesRoutes(app: FastifyInstance, { database }: Server) {
  takeFiles(app, largestFile, (files) => {
    tellFileProblems(files);
    // Known before the file is taken in: nobody else has one read.
    files.addHook("onRequest", async (request, reply) => {
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (minutesPolicy.writeAny(request.viewer)) return;
      await reply.code(request.viewer.id ? 403 : 401).send({ error: "This is not yours to do." });
    });
    files.post("/minutes/text", { bodyLimit: largestFile, config: rates.forms }, async ({ body }, reply) => {
      if (!Buffer.isBuffer(body) || body.length === 0) return refuseFile(reply, 422, "REQUIRED");
      try {
        return { problems: [], text: await readInTurn(body) };
      } catch (error) {
        if (error instanceof Unreadable) return refuseFile(reply, 422, "UNREADABLE_FILE", error.reason);
        throw error;
      }
    });
  });
}

let turn: Promise<unknown> = Promise.resolve();

/** One document at a time: however many are sent at once, they take the memory of one. */
function readInTurn(bytes: Buffer): Promise<string> {
  const mine = turn.then(() => documentText(bytes));
  turn = mine.catch(() => {});
  return mine;
}
