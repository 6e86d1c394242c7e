import type { FastifyReply } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { seededTemplate } from "../site/demo.ts";
import { cookieOf, holderOf } from "../site/people.ts";
import { testSite } from "../site/site.ts";

const site = testSite({}, undefined, () => seededTemplate());

/** Routes of the server: their methods and their addresses, as Fastify draws them. */
function routes(): [method: string, path: string][] {
  const above: string[] = [];
  return site.app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent, part, methods] = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      if (indent === undefined) return [];
      above.splice(indent.length / 4, above.length, part!);
      return (methods?.split(", ") ?? []).map((method) => [method, above.join("")] as [string, string]);
    });
}

/** Characters allowed in the place of a slug, an id or a number. */
const words = ["%00", "-1", "circuits-courts"];

/** Forms: none, and one whose fields are others. */
const forms = [undefined, "id=%00&text=%ED%A0%80&go=send"];

let cookie: string;
beforeAll(async () => {
  // Pages are not served here: a form that is shown again is answered so.
  const showAgain = async (_: unknown, reply: FastifyReply) => reply.code(422).send({});
  Object.assign(site.app, { showAgain });
  cookie = await cookieOf(site.database, (await holderOf(site.database, "ADMINISTRATOR")).id!);
});

test("whatever stands in an address, in its filters or in a form, no route breaks, for a visitor nor the team", async () => {
  // An answer that goes on as long as one listens is not waited for.
  const all = routes().filter(([method, path]) => (method === "GET" || method === "POST") && path !== "/live");
  expect(all.length).toBeGreaterThan(100);
  const broken = new Set<string>();
  for (const [method, path] of all) {
    const places = path.match(/:\w+|\*/g) ?? [];
    for (const word of places.length > 0 ? words : [""]) {
      const address = places.reduce<string>((written, place) => written.replace(place, word), path);
      for (const url of [address, `${address}?group=%00&code=%ED%A0%80&page=-1&after=x&q=a&q=b`])
        for (const payload of method === "POST" ? forms : [undefined])
          for (const who of [{}, { cookie }]) {
            const headers = {
              ...who,
              ...(payload !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
            };
            const { statusCode } = await site.app.inject({ method: method as "GET", url, payload, headers });
            if (statusCode >= 500) broken.add(`${method} ${url} ${payload}: ${statusCode}`);
          }
    }
  }
  expect([...broken]).toEqual([]);
});
