import type { FastifyInstance } from "fastify";
import type { ReplyStance } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import type { ProblemFound } from "../../../platform/refusal.ts";
import { takeForms } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { addressKey } from "../../../platform/server/quota.ts";
import { visitor } from "../../../platform/viewer.ts";
import { answerAsOffice, wordsOf } from "./office.commands.ts";

interface Route {
  Params: { code: string };
  Body: URLSearchParams;
}

const stances: ReplyStance[] = ["ACCEPTED", "PARTLY", "REFUSED", "PASSED_ON"];
const typed = ["text", "passedToName", "passedToContact", "writer"] as const;

/** The page of an office in a browser without scripts: a code typed from paper, then a reply, read again, sent or changed. */
export function officeForms(app: FastifyInstance, { database }: Server) {
  takeForms(app, (posts) => {
    for (const language of ["", "/en"]) {
      posts.post<Route>(`${language}/office`, { config: rates.posts }, async ({ body }, reply) => {
        const code = (body.get("code") ?? "").replace(/[^0-9A-Za-z]+/g, "-").replace(/^-|-$/g, "");
        return reply.redirect(`${language}/office${code && `/${encodeURIComponent(code)}`}`, 303);
      });

      posts.post<Route>(`${language}/office/:code`, { config: rates.posts }, async (request, reply) => {
        const { body, params, ip } = request;
        const context = createContext(database, { viewer: visitor, address: addressKey(ip) });
        const page = `${language}/office/${encodeURIComponent(params.code)}`;
        const go = body.get("go") ?? "look";
        const stance = stances.find((it) => it === body.get("stance"));
        const words = Object.fromEntries(typed.map((name) => [name, body.get(name) ?? ""]));
        const fields = { ...words, stance: stance ?? "", version: body.get("version") ?? "0" };
        const again = (step: string, problems: readonly ProblemFound[] = []) =>
          app.showAgain(request, reply, page, { problems, answers: {}, fields: { ...fields, go: step } });
        if (go === "change") return again("change");

        const said = { text: "", ...words, stance: stance ?? "ACCEPTED" };
        const wrong = (await context.run(async () => wordsOf(said))).problems;
        const problems = stance ? wrong : [{ code: "REQUIRED", field: "stance", value: null } as const, ...wrong];
        if (go === "look" || problems.length > 0) return again(problems.length > 0 ? "change" : "look", problems);

        const input = { ...said, code: params.code, version: Number(fields.version) || 0 };
        const sent = await context.run((tx) => answerAsOffice(tx, input));
        if (sent.problems.length > 0) return again("change", sent.problems);
        return reply.redirect(`${page}#answer`, 303);
      });
    }
  });
}
