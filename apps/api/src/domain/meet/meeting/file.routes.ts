import { largestFile } from "@cahier/schema/limits";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Context, createContext } from "../../../platform/context.ts";
import { languageOf, refuse, served } from "../../../platform/files/answer.ts";
import { recorder } from "../../../platform/journal.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { slugOf } from "../../../platform/text/slug.ts";
import { isId } from "../../../platform/text/text.ts";
import { refuseFile, sendDownload, tellFileProblems } from "../../ground/attachment/fileAnswers.ts";
import { attachMeetingFile } from "./file.commands.ts";
import { MeetingFileContents, MeetingFiles } from "./file.entity.ts";
import { meetingPolicy } from "./meeting.policy.ts";
import { meetingOf } from "./meeting.queries.ts";

interface FileRequest {
  Params: { slug: string; id: string };
  Querystring: { name?: unknown; replaces?: unknown };
}

/** Files per hour, for one meeting. */
const wait = limiter({ name: "meeting file", most: 60, seconds: 3600 });

/** Documents of meetings: their bytes are the body, and their kind is read in them; each is reached by its meeting. */
export function meetingFileRoutes(app: FastifyInstance, { database }: Server) {
  async function contextOf(request: FastifyRequest): Promise<Context> {
    request.viewer = await viewerFrom(database, request.headers.cookie);
    return createContext(database, { viewer: request.viewer, requestId: request.id });
  }

  takeFiles(app, largestFile, (files) => {
    tellFileProblems(files);
    const options = { bodyLimit: largestFile, config: rates.forms };

    files.post<FileRequest>("/meetings/:slug/files", options, async (request, reply) => {
      const context = await contextOf(request);
      const { viewer, now } = context;
      const meeting = await meetingOf(context, request.params.slug);
      if (!meeting || !meetingPolicy.keep(viewer, meeting))
        return reply.code(viewer.id ? 403 : 401).send({ error: "This is not yours to do." });
      const seconds = await wait(database.manager, meeting.id);
      if (seconds > 0) return refuseFile(reply, 429, "TOO_MANY_TRIES", String(seconds));
      const { body, query } = request;
      if (!Buffer.isBuffer(body) || body.length === 0) return refuseFile(reply, 422, "REQUIRED");
      const sent = {
        meetingId: meeting.id,
        name: text(query.name),
        replaces: text(query.replaces) || null,
        bytes: body,
      };
      const { id, kind, size, title } = await database.transaction((db) =>
        attachMeetingFile({ db, viewer, now, record: recorder(db, viewer, now) }, sent),
      );
      return reply.send({ problems: [], file: { id, kind, size, title } });
    });
  });

  app.get<FileRequest>("/meetings/:slug/files/:id", served, async (request, reply) => {
    const context = await contextOf(request);
    const { slug, id } = request.params;
    const meeting = await meetingOf(context, slug);
    const file = meeting && isId(id) ? await database.manager.findOneBy(MeetingFiles, { id }) : null;
    if (!file || file.meetingId !== meeting?.id) return refuse(reply, 404, languageOf(request));
    const { bytes } = await database.manager.findOneByOrFail(MeetingFileContents, { fileId: file.id });
    return sendDownload(reply, file.kind, slugOf(file.title) || "document", bytes);
  });
}

const text = (given: unknown) => (typeof given === "string" ? given : "");
