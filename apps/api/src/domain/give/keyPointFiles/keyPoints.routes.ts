import { m } from "@cahier/schema/messages";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import { createContext } from "../../../platform/context.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import type { KeyPoint } from "../../understand/keyPoint/keyPoint.entity.ts";
import { keyPointToRead } from "../../understand/keyPoint/keyPoint.queries.ts";
import { readingGroups, readingPolicy } from "../../understand/passage/passage.policy.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, isTheirs, languageOf, refuse, send, served } from "../../../platform/files/answer.ts";
import { csv } from "../../../platform/files/csv.ts";
import { codebookFile, passagesTable } from "./keyPoints.files.ts";
import { keyPointsOf, objectiveNamed, openObjective } from "./keyPoints.queries.ts";
import { ods } from "../../../platform/files/ods.ts";

const types = {
  "key-points.qdc": "application/xml; charset=utf-8",
  "passages.csv": "text/csv; charset=utf-8; header=present",
  "passages.ods": "application/vnd.oasis.opendocument.spreadsheet",
};

type File = keyof typeof types;
const files = Object.keys(types) as File[];

interface KeyPointFileRequest {
  Params: { slug: string; id: string };
}

/**
 * Key points and their passages as files: of an objective or of one key point, those that anybody reads; of an objective,
 * with the working labels, for its team.
 */
export function keyPointRoutes(app: FastifyInstance, { database, config }: Server) {
  const db = database.manager;

  function answer(request: FastifyRequest, reply: FastifyReply, file: File, name: string, keyPoints: KeyPoint[]) {
    const language = languageOf(request);
    const table = () => passagesTable(db, keyPoints, { origin: config.origin, language });
    const made: Record<File, () => Readable | string> = {
      "key-points.qdc": () => codebookFile(keyPoints, language),
      "passages.csv": () => csv(table()),
      "passages.ods": () => ods([table()]),
    };
    const words = {
      "key-points": m.export_codebook_file({}, { locale: language }),
      passages: m.export_passages_file({}, { locale: language }),
    };
    const [what, end] = file.split(".") as [keyof typeof words, string];
    return send(reply, request, made[file](), types[file], `${name}-${words[what]}.${end}`);
  }

  for (const file of files) {
    app.get<KeyPointFileRequest>(`/open-data/objectives/:slug/${file}`, served, async (request, reply) => {
      const { slug } = request.params;
      const state = await stateOf(db);
      const objective = await openObjective({ db }, slug);
      const keyPoints = objective ? await keyPointsOf({ db }, objective.id) : [];
      if (keyPoints.length === 0) return refuse(reply, 404, languageOf(request));
      if (isKnown(request, reply, slug, file, languageOf(request), state)) return reply.code(304).send();
      return answer(request, reply, file, slug, keyPoints);
    });

    app.get<KeyPointFileRequest>(`/exports/objectives/:slug/${file}`, served, async (request, reply) => {
      const language = languageOf(request);
      if (!isTheirs(request, reply)) return refuse(reply, 403, language);
      request.viewer = await viewerFrom(database, request.headers.cookie);
      if (!request.viewer.id) return refuse(reply, 401, language);
      const objective = await objectiveNamed({ db }, request.params.slug);
      // 404 for a forbidden objective as for a missing one: existence is not revealed.
      if (!objective || !readingPolicy.hold(request.viewer, objective.groupId)) return refuse(reply, 404, language);
      const keyPoints = await keyPointsOf({ db }, objective.id, readingGroups(request.viewer));
      if (keyPoints.length === 0) return refuse(reply, 404, language);
      return answer(
        request,
        reply,
        file,
        `${request.params.slug}-${m.export_team_file({}, { locale: language })}`,
        keyPoints,
      );
    });
  }

  for (const file of ["passages.csv", "passages.ods"] as const)
    app.get<KeyPointFileRequest>(`/open-data/key-points/:id/${file}`, served, async (request, reply) => {
      const language = languageOf(request);
      const state = await stateOf(db);
      const context = createContext(database);
      const keyPoint = await keyPointToRead(context, request.params.id);
      if (!keyPoint) return refuse(reply, 404, language);
      if (isKnown(request, reply, keyPoint.id, file, language, state)) return reply.code(304).send();
      const objective = (await context.load(Objectives, keyPoint.objectiveId))!;
      const name = `${objective.slug}-${m.export_key_point_file(keyPoint, { locale: language })}`;
      return answer(request, reply, file, name, [keyPoint]);
    });
}
