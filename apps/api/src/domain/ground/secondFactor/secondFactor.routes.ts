import type { FastifyInstance } from "fastify";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { lockedSession } from "../../../platform/server/session.ts";
import { signInReply, unlockSession } from "../person/session.writes.ts";
import { tellFactor } from "./secondFactor.mail.ts";
import { secondsToWait, takeCode } from "./secondFactor.writes.ts";

/** Gives the code of a session that awaits one: a plain request, because it sets a cookie. */
export function secondFactorRoutes(app: FastifyInstance, { database }: Server) {
  app.post<{ Body: { code?: unknown } | null }>("/auth/code", { config: rates.signIn }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const refuse = (status: number, code: string, value: string | null = null) =>
      reply.code(status).send({ problems: [{ code, field: "code", value }] });
    const session = await lockedSession(database, request.headers.cookie);
    if (!session) return refuse(410, "GONE");
    const { id, personId } = session;
    const seconds = await secondsToWait(database.manager, personId);
    if (seconds) {
      void reply.header("retry-after", seconds);
      return refuse(429, "TOO_MANY_TRIES", String(seconds));
    }
    const given = request.body?.code;
    const code = typeof given === "string" ? given : "";
    const now = new Date();
    const token = await database.transaction(async (db) => {
      const taken = await takeCode(db, personId, code, now);
      if (!taken) return null;
      if (taken === "RECOVERY") await tellFactor({ db, now }, personId, "RECOVERED");
      return unlockSession(db, id, now);
    });
    return token ? signInReply(reply, token, personId) : refuse(422, "NOT_THE_CODE");
  });
}
