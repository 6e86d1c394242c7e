import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import type { AttachmentKind, ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { types } from "./kind.ts";

/** Refuses a file that was sent, at its field. */
export const refuseFile = (reply: FastifyReply, status: number, code: ProblemCode, value: string | null = null) =>
  reply.code(status).send({ problems: [{ code, field: "file", value }] });

/** Tells what is wrong with a file as a mutation does: too large, of a kind that is not taken, refused by the act. */
export const tellFileProblems = (files: FastifyInstance, tooLarge: ProblemCode = "TOO_LARGE") =>
  files.setErrorHandler<FastifyError>((error, _, reply) => {
    if (error instanceof Refusal) return reply.code(422).send({ problems: error.problems });
    if (error.statusCode === 413) return refuseFile(reply, 413, tooLarge);
    if (error.statusCode === 415) return refuseFile(reply, 415, "WRONG_FILE");
    throw error;
  });

/** Sends a file as a download, under a name of ours: nothing in it runs, and no cache keeps it. */
export const sendDownload = (reply: FastifyReply, kind: AttachmentKind, name: string, bytes: Buffer) =>
  reply
    .type(types[kind])
    .header("cache-control", "private, no-store")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("referrer-policy", "no-referrer")
    .header("x-robots-tag", "noindex")
    .header("content-disposition", `attachment; filename="${name}.${kind.toLowerCase()}"`)
    .send(bytes);
