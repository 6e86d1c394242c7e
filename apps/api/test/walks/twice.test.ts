import { rights } from "@cahier/schema/rights";
import { expect, test } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { rowsCounted } from "../acts/again.ts";
import { seededApi } from "../site/demo.ts";
import { inputsFor } from "./inputs.ts";
import { holderOf } from "../site/people.ts";
import { schema } from "./walk.ts";

const api = seededApi();
const { inputOf } = inputsFor(api);
const acts = Object.values(schema.getMutationType()!.getFields());

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const one = async (column: string, from: string) =>
  (await api.database.query<[{ it: string }]>(`select ${column} as it from ${from} limit 1`))[0].it;

/** Words of inputs for which any text, or the first of a list, would be refused; by name of the input. */
const words: Record<string, (act: string) => unknown> = {
  territory: () => "bretagne",
  interlocutor: () => one("slug", "interlocutor"),
  category: () => one("key", "term where kind = 'INTERLOCUTOR_CATEGORY'"),
  sector: () => one("key", "term where kind = 'SECTOR'"),
  axis: () => one("slug", "axis"),
  copyId: () => crypto.randomUUID(),
  email: () => "x@example.org",
  address: () => "y@example.org",
  contact: () => "x@example.org",
  senderAddress: () => "x@example.org",
  displayName: () => "Ana Brel",
  startsOn: () => dayIn(20),
  endsOn: () => dayIn(30),
  datedOn: () => dayIn(-3),
  on: () => dayIn(-1),
  until: () => dayIn(9),
  agreed: () => true,
  language: (act) => (act === "editDocument" ? "fr" : undefined),
};
const left = [
  ...["accent", "authorName", "causedByMeeting", "causedByReaction", "contactMail", "contactUrl", "doneOn", "file"],
  ...["initiative", "onlineLink", "organisation", "organisationId", "passedTo", "website"],
];
const lists = ["causedByMeetings", "causedByReactions", "levers", "serves"];

async function worded(act: string, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((inner) => worded(act, inner)));
  if (!value || typeof value !== "object") return value;
  const fields = Object.entries(value).map(async ([name, inner]) => {
    if (Array.isArray(inner) && lists.includes(name)) return [name, []];
    if (inner && typeof inner === "object") return [name, await worded(act, inner)];
    return [name, left.includes(name) ? null : ((await words[name]?.(act)) ?? inner)];
  });
  return Object.fromEntries((await Promise.all(fields)) as [string, unknown][]);
}

/** Counters of what is edited; which one is in force is found by trying. */
const counters = ["version", "revision", "statementVersion", "edit"];

/** An input with each counter that it may carry, from 1 on, then 0. */
const tried = (input: Record<string, unknown>) => {
  const own = counters.filter((name) => typeof input[name] === "number");
  return own.length === 0
    ? [input]
    : [1, 2, 3, 4, 5, 0].map((n) => ({ ...input, ...Object.fromEntries(own.map((name) => [name, n])) }));
};

/** One press is one mail: whoever tries whether mails leave may press again. */
const meant = new Set(["tryMail"]);

let judged = 0;

test.each(acts.filter(({ name }) => !meant.has(name)))(
  "$name sent again, since its answer was lost, is done and does nothing twice",
  async ({ name, args }) => {
    const ask = async (input: object, viewer: Viewer) => {
      const query = `mutation ($input: ${String(args[0]!.type)}) { ${name}(input: $input) { problems { code field } } }`;
      const { data, errors } = await api.ask(query, { input }, viewer);
      return (data?.[name]?.problems as object[] | undefined) ?? errors![0]!.extensions.code;
    };
    const allowed = rights[name]!;
    const roles: (Role | null)[] =
      allowed === "ANYONE" ? [null] : allowed === "SIGNED_IN" ? ["ADMINISTRATOR"] : [...(allowed as Role[])];
    const given = await inputOf(name);
    const viewers: Viewer[] = [];
    for (const role of roles) viewers.push(role ? await holderOf(api.database, role) : visitor);
    for (const input of [await worded(name, given), given] as Record<string, unknown>[])
      for (const viewer of viewers)
        for (const sent of tried(input)) {
          const first = await ask(sent, viewer);
          if (!Array.isArray(first) || first.length > 0) continue;
          const before = await rowsCounted(api.database);
          expect([await ask(sent, viewer), await rowsCounted(api.database)]).toEqual([[], before]);
          judged += 1;
          return;
        }
  },
);

test("those that the demonstration has something for are judged so; the others are sent twice in their rooms", () => {
  expect(judged).toBeGreaterThan(120);
});
