import type { FastifyInstance } from "fastify";
import type { Server } from "../../../platform/server/http.ts";
import { addressKey } from "../../../platform/server/quota.ts";
import { rates } from "../../../platform/server/guards.ts";
import { liveNews } from "./live.ts";

/** Server-sent events, one connection a browser. Where there are too many, 204: the browser asks no more. */
export function liveRoutes(app: FastifyInstance, { database: { manager: db } }: Server) {
  const live = liveNews(db);
  app.addHook("preClose", async () => live.close());
  app.get("/live", { config: rates.graphql }, async (request, reply) => {
    const stream = await live.listen(addressKey(request.ip), request.headers["last-event-id"] as string | undefined);
    if (!stream) return reply.code(204).send();
    reply.raw.once("close", () => stream.destroy());
    return reply
      .header("content-type", "text/event-stream")
      .header("cache-control", "no-store")
      .header("x-accel-buffering", "no")
      .send(stream);
  });
}
