import type { FastifyInstance } from "fastify";
import type { WatchedKind, WatchPace } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { addressKey } from "../../../platform/server/quota.ts";
import { visitor } from "../../../platform/viewer.ts";
import { changeWatch, confirmWatch, stopWatching, watch } from "./watch.commands.ts";

interface Route {
  Querystring: { token?: string; key?: string };
  Body: URLSearchParams;
}

const kinds: WatchedKind[] = ["GROUP", "OBJECTIVE", "TERRITORY", "PROPOSAL", "MEETING", "OFFICE"];
const paces: WatchPace[] = ["NOW", "DAILY", "WEEKLY", "NEVER"];
const oneOf = <T extends string>(all: T[], text: string | null) => all.find((it) => it === text);

/**
 * Forms of browsers without scripts, and the buttons of mails: following, confirming an address, changing, stopping by a
 * page or at once by the button of a mail program (RFC 8058). Opening a link does nothing.
 */
export function watchRoutes(app: FastifyInstance, { database }: Server) {
  takeForms(app, (posts) => {
    for (const language of ["", "/en"]) {
      const contextOf = (ip: string) => createContext(database, { viewer: visitor, address: addressKey(ip) });

      posts.post<Route>(`${language}/watch`, { config: rates.posts }, async (request, reply) => {
        const { body } = request;
        const kind = oneOf(kinds, body.get("kind"));
        const pace = oneOf(paces, body.get("pace"));
        const id = body.get("id") ?? "";
        if (!kind || !pace) return reply.redirect(`${language}/`, 303);
        const email = body.get("email") ?? "";
        const input = { kind, id, pace, email, language: language ? ("en" as const) : ("fr" as const) };
        const { problems } = await contextOf(request.ip).run((act) => watch(act, input));
        const page = `${language}/watch?kind=${kind}&id=${encodeURIComponent(id)}`;
        if (problems.length === 0) return reply.redirect(`${page}&asked`, 303);
        return app.showAgain(request, reply, page, { problems, answers: {}, fields: { email, pace } });
      });

      posts.post<Route>(`${language}/watch/confirm`, { config: rates.posts }, async ({ query }, reply) => {
        const done = await database.transaction((db) => confirmWatch(db, `${query.token}`, new Date()));
        if (typeof done === "object") return reply.redirect(`${language}/watching?key=${done.key}&confirmed`, 303);
        return reply.redirect(`${language}/watch/confirm?${done.toLowerCase()}`, 303);
      });

      posts.post<Route>(`${language}/watching/change`, { config: rates.posts }, async ({ query, body, ip }, reply) => {
        const key = `${query.key}`;
        const kind = oneOf(kinds, body.get("kind"));
        const pace = oneOf(paces, body.get("pace"));
        if (kind) await contextOf(ip).run((tx) => changeWatch(tx, { key, kind, id: body.get("id") ?? "", pace }));
        return reply.redirect(`${language}/watching?key=${encodeURIComponent(key)}&changed`, 303);
      });

      posts.post<Route>(`${language}/watching/stop`, { config: rates.posts }, async ({ query, body, ip }, reply) => {
        // Pressed twice, it is done as it is once.
        const { problems } = await contextOf(ip).run((tx) => stopWatching(tx, { key: `${query.key}` }));
        const known = problems.length === 0;
        if (body.has("List-Unsubscribe")) return reply.code(known ? 200 : 404).send(known ? "Done." : "No such link.");
        return reply.redirect(`${language}/watching/stop?${known ? "stopped" : "unknown"}`, 303);
      });
    }
  });
}
