import { m } from "@cahier/schema/messages";
import { largestFile } from "@cahier/schema/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { type Context, createContext } from "../../../platform/context.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Attachment, Attachments } from "../../ground/attachment/attachment.entity.ts";
import { bytesOf, keepAttachment } from "../../ground/attachment/attachment.writes.ts";
import { refuseFile, sendDownload, tellFileProblems } from "../../ground/attachment/fileAnswers.ts";
import { languageOf, refuse, served } from "../../../platform/files/answer.ts";
import type { Handover } from "../handover/handover.entity.ts";
import { handoverOf } from "../handover/handover.queries.ts";
import { heldHandover } from "../handover/handover.writes.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { OfficeReplies } from "./office.entity.ts";
import { officePolicy } from "./office.policy.ts";
import { linkOfCode } from "./office.queries.ts";

interface OfficeFileRequest {
  Params: { code: string; id: string; file: string };
}

/** Files per hour, by one link or to one handover. */
const wait = limiter({ name: "office file", most: 20, seconds: 3600 });

/**
 * The files that come with replies. Plain requests, because a file is more than GraphQL takes: its bytes are the body,
 * and what it is is read in them. Each is reached by what it belongs to alone: a published reply, the link it came by,
 * or the team.
 */
export function officeRoutes(app: FastifyInstance, { database }: Server) {
  const contextOf = ({ id, viewer }: FastifyRequest) => createContext(database, { viewer, requestId: id });

  /** The handover, for the team that holds it; null for others. */
  async function held(request: FastifyRequest<OfficeFileRequest>): Promise<Handover | null> {
    request.viewer = await viewerFrom(database, request.headers.cookie);
    const context = contextOf(request);
    const handover = await handoverOf(context, request.params.id);
    const proposal = handover && (await context.load(Proposals, handover.proposalId));
    return proposal && officePolicy.hold(request.viewer, proposal) ? handover : null;
  }

  takeFiles(app, largestFile, (files) => {
    tellFileProblems(files);
    const options = { bodyLimit: largestFile, config: rates.forms };

    async function keep(reply: FastifyReply, body: unknown, owner: Pick<Attachment, "handoverId" | "linkId">) {
      const seconds = await wait(database.manager, owner.linkId ?? owner.handoverId);
      if (seconds > 0) return refuseFile(reply, 429, "TOO_MANY_TRIES", String(seconds));
      if (!Buffer.isBuffer(body) || body.length === 0) return refuseFile(reply, 422, "REQUIRED");
      const { id, kind, size } = await database.transaction(async (db) => {
        await heldHandover(db, owner.handoverId);
        return keepAttachment(db, owner, body, new Date());
      });
      return reply.send({ problems: [], file: { id, kind, size } });
    }

    files.post<OfficeFileRequest>("/handovers/:id/file", options, async (request, reply) => {
      const handover = await held(request);
      if (!handover) return reply.code(request.viewer.id ? 403 : 401).send({ error: "This is not yours to do." });
      return keep(reply, request.body, { handoverId: handover.id, linkId: null });
    });

    files.post<OfficeFileRequest>("/office/:code/file", options, async (request, reply) => {
      const link = await linkOfCode(contextOf(request), request.params.code);
      if (!link) return reply.code(404).send({ error: "Not there." });
      const written = await database.manager.findOneBy(OfficeReplies, { linkId: link.id });
      if (link.endedOn) return refuseFile(reply, 422, "LINK_CLOSED");
      const handover = await handoverOf(contextOf(request), link.handoverId);
      if (handover && officePolicy.isTakenBack(handover)) return refuseFile(reply, 422, "HANDING_TAKEN_BACK");
      if (!officePolicy.answer(link, written)) return refuseFile(reply, 422, "ALREADY_CONFIRMED");
      return keep(reply, request.body, { handoverId: link.handoverId, linkId: link.id });
    });
  });

  async function give(request: FastifyRequest, reply: FastifyReply, id: string | null | undefined) {
    const context = contextOf(request);
    const attachment = await context.load(Attachments, id);
    if (!attachment) return refuse(reply, 404, languageOf(request));
    return sendFile(reply, context, attachment, languageOf(request));
  }

  app.get<OfficeFileRequest>("/handovers/:id/reply-file", served, async (request, reply) => {
    const handover = await handoverOf(createContext(database), request.params.id);
    return give(request, reply, handover?.repliedOn ? handover.replyFileId : null);
  });

  app.get<OfficeFileRequest>("/office/:code/file", served, async (request, reply) => {
    const link = await linkOfCode(contextOf(request), request.params.code);
    const written = link && !link.endedOn ? await database.manager.findOneBy(OfficeReplies, { linkId: link.id }) : null;
    return give(request, reply, written?.attachmentId);
  });

  app.get<OfficeFileRequest>("/handovers/:id/files/:file", served, async (request, reply) => {
    const handover = await held(request);
    const { file } = request.params;
    const found = handover && isId(file) ? await database.manager.findOneBy(Attachments, { id: file }) : null;
    return give(request, reply, found && found.handoverId === handover?.id ? found.id : null);
  });
}

/** Sends a file as a download, under our name: nothing in it runs, and no cache keeps it. */
async function sendFile(
  reply: FastifyReply,
  { db }: Context,
  { id, kind }: Attachment,
  locale: "fr" | "en",
): Promise<FastifyReply> {
  const bytes = await bytesOf(db, id);
  return sendDownload(reply, kind, m.office_file_name({}, { locale }), bytes);
}
