import type { FastifyInstance } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Server } from "../../../platform/server/http.ts";
import { pageCache } from "../../../platform/pageCache.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { visitor } from "../../../platform/viewer.ts";
import { type WritingFormat, writers } from "../../../platform/files/writing/formats.ts";
import { synthesisToRead, versionsOf } from "../../understand/synthesis/synthesis.queries.ts";
import { written } from "../../../platform/written.ts";
import { imprintOf } from "../../../platform/organiser.ts";
import { withImprint } from "../../../platform/files/writing/writing.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, isTheirs, refuse, send, served } from "../../../platform/files/answer.ts";
import { besideOf } from "./synthesis.beside.ts";
import { chainOf } from "./synthesis.chain.ts";
import { documentOf } from "./synthesis.document.ts";
import { traceOf } from "./synthesis.trace.ts";

interface SynthesisFileRequest {
  Params: { slug: string; version: string };
}

/**
 * A version of a synthesis as files, by its number. What anybody may read is the same for all, whoever asks; a draft is
 * its team's, and nobody's to keep.
 */
export function synthesisRoutes(app: FastifyInstance, { database, config: { origin } }: Server) {
  // A PDF of a thousand notes takes a second and a half: those who ask together get the same one.
  const cache = pageCache<Buffer | string>(database.manager, { sizeOf: Buffer.byteLength });
  for (const format of [...Object.keys(writers), "json"])
    app.get<SynthesisFileRequest>(`/syntheses/:slug/v:version(^\\d{1,6}).${format}`, served, async (request, reply) => {
      const { slug, version: number } = request.params;
      const state = await stateOf(database.manager);
      const found = async (viewer = visitor) => {
        const context = createContext(database, { viewer, requestId: request.id });
        const synthesis = await synthesisToRead(context, slug);
        const versions = synthesis ? await versionsOf(context, synthesis.id) : [];
        const version = versions.find((each) => each.version === Number(number));
        return synthesis && version ? { context, synthesis, version } : null;
      };
      let asked = await found();
      if (asked) {
        if (isKnown(request, reply, slug, number, format, dayOf(asked.context.now), state))
          return reply.code(304).send();
      } else {
        if (!isTheirs(request, reply)) return refuse(reply, 403, written.locale);
        request.viewer = await viewerFrom(database, request.headers.cookie);
        asked = request.viewer.id ? await found(request.viewer) : null;
        if (!asked) return refuse(reply, 404, written.locale);
      }
      const { context, synthesis, version } = asked;
      const make = async () => {
        const chain = await chainOf(context, synthesis, version);
        if (format === "json") return traceOf(chain, origin);
        const imprint = await imprintOf(database.manager);
        const writing = documentOf(chain, { origin, today: dayOf(context.now), ...(await besideOf(context, chain)) });
        return writers[format as WritingFormat].write(withImprint(writing, imprint));
      };
      const file = await (context.viewer.id ? make() : cache(`${slug} ${number} ${format}`, make));
      const type = writers[format as WritingFormat]?.type ?? "application/json; charset=utf-8";
      return send(reply, request, file, type, `${slug}-v${number}.${format}`);
    });
}
