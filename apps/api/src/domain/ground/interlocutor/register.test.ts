import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { nearness } from "./nearness.ts";

const api = seededApi();
let facilitator: Viewer;
let rapporteur: Viewer;
beforeAll(async () => {
  facilitator = await holderOf(api.database, "FACILITATOR");
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const office = {
  name: "Conseil départemental du Finistère, service de l’alimentation",
  level: "DEPARTMENT",
  category: "LOCAL_AUTHORITY",
  territory: "finistere",
  remit: "Les achats des collèges.",
  timing: "Vote du budget en décembre.",
  months: [12, 1, 12],
  contactMail: "alimentation@example.org",
  contactUrl: "www.example.org/contact",
  contactPostal: "32 boulevard fictif, Quimper",
};
const shown = `slug name level category remit timing months isTheMoment version mergedSlug: slug
  territory { slug } contact { mail url postal } viewerCan { edit }`;

const acts = acting(api, "code field value");
const act = (name: string, input: object, viewer: Viewer = facilitator) => {
  const current = name === "editInterlocutor" ? "current { name remit version }" : "";
  return acts(name, input, `interlocutor { id ${shown} } ${current}`, viewer);
};
const remove = (input: object) => acts("removeInterlocutor", input, "", facilitator);
const register = (fields: object = {}, key: string = randomUUID()) =>
  act("registerInterlocutor", { key, fields: { ...office, ...fields } });
const see = async (slug: string) =>
  (
    await api.ask(`query ($slug: String!) { interlocutor(slug: $slug) { id ${shown} asks { id } handovers { id } } }`, {
      slug,
    })
  ).data.interlocutor;

describe("the register of offices", () => {
  test("an office is registered once, whatever is sent again, with its territory, its months and its contact point", async () => {
    const key = randomUUID();
    const first = await register({}, key);
    expect(first.problems).toEqual([]);
    expect(first.interlocutor).toMatchObject({
      slug: "conseil-departemental-du-finistere-service-de-l-alimentation",
      months: [1, 12],
      territory: { slug: "finistere" },
      contact: { mail: "alimentation@example.org", url: "https://www.example.org/contact" },
      viewerCan: { edit: true },
    });
    expect((await register({}, key)).interlocutor.id).toBe(first.interlocutor.id);
    // Its answer was lost, and a word was changed before it was sent again: the later word holds, until it is edited.
    const again = await register({ remit: "Les cantines." }, key);
    expect(again).toMatchObject({ problems: [], interlocutor: { remit: "Les cantines.", version: 2 } });
    expect((await register({ remit: "Les foyers." }, key)).problems).toMatchObject([
      { code: "CONFLICT", field: "key" },
    ]);
    const seen = await see(first.interlocutor.slug);
    expect(seen).toMatchObject({ name: office.name, viewerCan: { edit: false } });
    // Two that are called the same have two addresses.
    expect((await register()).interlocutor.slug).toBe(`${first.interlocutor.slug}-2`);
  });

  test("it is the moment in the months that were said", async () => {
    const today = (await api.ask("{ instance { today } }")).data.instance.today as string;
    const month = Number(today.slice(5, 7));
    expect((await register({ months: [month] })).interlocutor.isTheMoment).toBe(true);
    expect((await register({ months: [(month % 12) + 1] })).interlocutor.isTheMoment).toBe(false);
    expect((await register({ months: [] })).interlocutor.isTheMoment).toBe(false);
    expect((await register({ months: [13] })).problems).toMatchObject([{ code: "UNKNOWN_CHOICE", field: "months" }]);
  });

  test("what is missing or wrong is said at its field, and nothing is written", async () => {
    const count = async () => (await api.ask("{ interlocutors { id } }")).data.interlocutors.length;
    const before = await count();
    const refused = async (fields: object) => (await register(fields)).problems[0];
    expect(await refused({ name: " " })).toMatchObject({ code: "REQUIRED", field: "name" });
    expect(await refused({ remit: "" })).toMatchObject({ code: "REQUIRED", field: "remit" });
    expect(await refused({ category: "FRIEND" })).toMatchObject({ code: "UNKNOWN_CHOICE", field: "category" });
    expect(await refused({ territory: "nulle-part" })).toMatchObject({ code: "UNKNOWN_TERRITORY", field: "territory" });
    expect(await refused({ contactMail: "mairie" })).toMatchObject({ code: "NOT_AN_EMAIL", field: "contactMail" });
    expect(await refused({ contactMail: "jeanne.exemple@example.org" })).toMatchObject({
      code: "PRIVATE_ADDRESS",
      field: "contactMail",
    });
    expect(await refused({ contactUrl: "javascript:alert(1)" })).toMatchObject({
      code: "NOT_A_LINK",
      field: "contactUrl",
    });
    expect(await count()).toBe(before);
  });

  test("of two who change what they both read, the second is refused, finds what is in force, and may save then", async () => {
    const { interlocutor } = await register({ name: "Agence fictive du foncier" });
    const { id, version } = interlocutor;
    const fields = { ...office, name: interlocutor.name };
    const first = await act("editInterlocutor", { id, version, fields: { ...fields, remit: "Le foncier." } });
    expect(first.interlocutor).toMatchObject({ remit: "Le foncier.", version: version + 1, slug: interlocutor.slug });
    const second = await act(
      "editInterlocutor",
      { id, version, fields: { ...fields, remit: "La terre." } },
      rapporteur,
    );
    expect(second).toMatchObject({
      problems: [{ code: "STALE", field: "version" }],
      current: { remit: "Le foncier." },
    });
    const after = await act("editInterlocutor", {
      id,
      version: version + 1,
      fields: { ...fields, remit: "La terre." },
    });
    expect(after.problems).toEqual([]);
  });

  test("offices are found by level, category, territory around or within, and words of what they decide", async () => {
    await register({ name: "Chambre fictive des moulins", remit: "Les moulins à eau.", territory: "finistere" });
    const find = async (filter: object) =>
      (
        await api.ask(
          "query ($filter: InterlocutorFilter) { interlocutors(filter: $filter) { name level category } }",
          {
            filter,
          },
        )
      ).data.interlocutors as { name: string; level: string; category: string }[];
    const names = async (filter: object) => (await find(filter)).map(({ name }) => name);
    expect(await names({ search: "moulin" })).toEqual(["Chambre fictive des moulins"]);
    expect(await names({ territory: "bretagne", search: "moulins" })).toEqual(["Chambre fictive des moulins"]);
    expect(await names({ territory: "ile-de-france", search: "moulins" })).toEqual([]);
    for (const { level } of await find({ level: "REGIONAL" })) expect(level).toBe("REGIONAL");
    const finance = await find({ category: "FINANCE" });
    expect(finance.length).toBeGreaterThan(1);
    for (const { category } of finance) expect(category).toBe("FINANCE");
    expect((await find({})).length).toBeGreaterThan(25);
  });

  test("a list to choose from has an end, past which an office is found by its words", async () => {
    const query = `query ($filter: InterlocutorFilter, $first: Int) { interlocutors(filter: $filter, first: $first) { name } }`;
    const first = async (many: number, filter?: object) =>
      (await api.ask(query, { first: many, filter })).data.interlocutors as { name: string }[];
    await register({ name: "Zone fictive des étangs", remit: "Les étangs.", level: "EUROPEAN", territory: null });
    const five = await first(5);
    expect(five.length).toBe(5);
    expect(five.map(({ name }) => name)).not.toContain("Zone fictive des étangs");
    expect(await first(5, { search: "étangs" })).toEqual([{ name: "Zone fictive des étangs" }]);
    expect((await first(10_000)).length).toBeLessThanOrEqual(500);
    expect(await first(-1)).toEqual([]);
  });

  test("while one is typed, those that may be the same are shown to the team, and to nobody else", async () => {
    const ask = `query ($name: String!, $territory: String) { nearInterlocutors(name: $name, level: REGIONAL, territory: $territory) { name } }`;
    const like = async (name: string) =>
      (await api.ask(ask, { name }, facilitator)).data.nearInterlocutors.map((it: { name: string }) => it.name);
    expect((await like("Direction de l’économie du conseil regional"))[0]).toBe(
      "Conseil régional, direction de l’économie",
    );
    expect(await like("Syndicat mixte des déchets")).toEqual([]);
    expect((await api.ask(ask, { name: "Conseil régional" })).errors?.[0]?.extensions.code).toBeDefined();
  });

  test("two that are the same become one: all that was asked and carried follows, and the old address leads there", async () => {
    const [from] = await api.database.query<{ id: string; slug: string }[]>(
      `select i.id, i.slug from interlocutor i join handover h on h.interlocutor_id = i.id
       join ask a on a.interlocutor_id = i.id limit 1`,
    );
    const before = await see(from!.slug);
    const into = (await register({ name: "Service qui reste" })).interlocutor;
    const merged = await act("mergeInterlocutors", { id: from!.id, into: into.slug });
    expect(merged.problems).toEqual([]);
    const seen = await see(from!.slug);
    expect(seen.slug).toBe(into.slug);
    expect(seen.handovers).toEqual(before.handovers);
    expect(seen.asks).toEqual(before.asks);
    const { data } = await api.ask("{ interlocutors { id } }");
    expect(data.interlocutors.map(({ id }: { id: string }) => id)).not.toContain(from!.id);
    // Sent again, it is done; into itself it cannot be.
    expect((await act("mergeInterlocutors", { id: from!.id, into: into.slug })).problems).toEqual([]);
    expect((await act("mergeInterlocutors", { id: into.id, into: from!.slug })).problems).toMatchObject([
      { code: "SAME_OFFICE", field: "into" },
    ]);
    const { version } = await see(into.slug);
    expect((await remove({ id: into.id, version })).problems).toMatchObject([{ code: "STILL_USED", field: "id" }]);
  });

  test("a merge is undone: each gets back what it had, what came since stays, and those merged before lead there again", async () => {
    const { database } = api;
    const [from] = await database.query<{ id: string; slug: string }[]>(
      `select i.id, i.slug from interlocutor i join handover h on h.interlocutor_id = i.id
       join ask a on a.interlocutor_id = i.id where i.merged_into_id is null limit 1`,
    );
    const named = async (name: string) => (await register({ name })).interlocutor as { id: string; slug: string };
    const [older, into, last] = [await named("Un doublon"), await named("Le premier"), await named("Le dernier")];
    await act("mergeInterlocutors", { id: older.id, into: from!.slug });
    const before = await see(from!.slug);
    expect((await act("mergeInterlocutors", { id: from!.id, into: into.slug })).problems).toEqual([]);
    // Carried to the one that stayed since: that one keeps it.
    const [since] = await database.query<[{ id: string }]>(
      `insert into handover (proposal_id, interlocutor_id, ask, carrier_name, log)
       select proposal_id, $1, 'Depuis.', '', '[]' from handover limit 1 returning id`,
      [into.id],
    );
    // Merged in its turn: what is undone comes back from the last one.
    await act("mergeInterlocutors", { id: into.id, into: last.slug });
    const told = `query ($slug: String!) { interlocutor(slug: $slug) { merged { id asks handovers } } }`;
    const mergedIn = async (viewer?: Viewer) =>
      (await api.ask(told, { slug: last.slug }, viewer)).data.interlocutor.merged;
    expect(await mergedIn()).toEqual([]);
    const { length: asks } = before.asks;
    const { length: handovers } = before.handovers;
    expect(await mergedIn(facilitator)).toEqual(
      expect.arrayContaining([
        { id: from!.id, asks, handovers },
        { id: into.id, asks, handovers: handovers + 1 },
        { id: older.id, asks: 0, handovers: 0 },
      ]),
    );
    expect((await act("unmergeInterlocutor", { id: from!.id })).interlocutor.slug).toBe(from!.slug);
    const again = await see(from!.slug);
    expect([again.handovers, again.asks]).toEqual([before.handovers, before.asks]);
    expect((await see(older.slug)).slug).toBe(from!.slug);
    expect((await see(last.slug)).handovers).toHaveLength(1);
    await act("unmergeInterlocutor", { id: into.id });
    expect((await see(into.slug)).slug).toBe(into.slug);
    const [{ at }] = await database.query<[{ at: string }]>(
      "select interlocutor_id as at from handover where id = $1",
      [since.id],
    );
    expect(at).toBe(into.id);
    // Undone twice, it is done.
    expect((await act("unmergeInterlocutor", { id: from!.id })).problems).toEqual([]);
  });

  test("three offices that were merged cost as many statements as one", async () => {
    const named = async (name: string) => (await register({ name })).interlocutor as { id: string; slug: string };
    const [one, many] = [await named("Celui d’un doublon"), await named("Celui de trois doublons")];
    const doubles = await Promise.all(
      [1, 2, 3, 4].map(async (at) => ({ ...(await named(`Doublon ${at}`)), into: at < 4 ? many : one })),
    );
    for (const { id, into } of doubles) await act("mergeInterlocutors", { id, into: into.slug });
    const told = "merged { id mergedOn asks handovers }";
    const asked = async ({ slug }: { slug: string }) => {
      await letGo(api.database);
      let merged: { mergedOn: string }[] = [];
      const statements = await statementsOf(async () => {
        const text = `query ($slug: String!) { interlocutor(slug: $slug) { ${told} } }`;
        ({ merged } = (await api.ask(text, { slug }, facilitator)).data.interlocutor);
      });
      return { merged, statements: statements.length };
    };
    const [ofOne, ofMany] = [await asked(one), await asked(many)];
    expect([ofOne.merged.length, ofMany.merged.length]).toEqual([1, 3]);
    expect(ofMany.merged.every(({ mergedOn }) => mergedOn)).toBe(true);
    expect(ofMany.statements).toBe(ofOne.statements);
    // In the list of offices too: those of all come together.
    const listed = async (first: number) => {
      await letGo(api.database);
      const list = `{ interlocutors(first: ${first}) { ${told} } }`;
      return (await statementsOf(() => api.ask(list, {}, facilitator))).length;
    };
    expect(await listed(40)).toBe(await listed(2));
  });

  test("one that was registered by mistake is taken out; one that anything names, or that somebody edits, stays", async () => {
    const { id, version, slug } = (await register({ name: "Service inscrit par erreur" })).interlocutor;
    expect((await remove({ id, version: version + 1 })).problems).toMatchObject([{ code: "STALE" }]);
    expect((await remove({ id, version })).problems).toEqual([]);
    expect(await see(slug)).toBeNull();
    expect((await remove({ id, version })).problems).toEqual([]);
    const [{ id: used, version: read }] = await api.database.query<[{ id: string; version: number }]>(
      "select i.id, i.version from interlocutor i join ask a on a.interlocutor_id = i.id limit 1",
    );
    expect((await remove({ id: used, version: read })).problems).toMatchObject([{ code: "STILL_USED", field: "id" }]);
  });
});

describe("near offices", () => {
  const one = { name: "Préfecture du Finistère", level: "DEPARTMENT", territoryId: "29" } as const;
  test("a slip of the keyboard or another order of words is the same office, another territory is less so", () => {
    expect(nearness(one, one)).toBe(1);
    expect(nearness(one, { ...one, name: "Prefecture du Finistere" })).toBe(1);
    expect(nearness(one, { ...one, name: "Préfectrue du Finistère" })).toBeGreaterThan(0.6);
    expect(nearness(one, { ...one, territoryId: "22", name: "Préfecture des Côtes-d’Armor" })).toBeLessThan(0.45);
    expect(nearness(one, { ...one, level: "REGIONAL" })).toBeLessThan(1);
  });
});
