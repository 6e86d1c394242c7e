import { beforeAll, expect, test } from "vitest";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { added, smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { keepFirstVersions } from "../../propose/version/version.writes.ts";
import { makeProduction } from "./make.ts";
import { pagesIn } from "./page.document.ts";
import { Productions } from "./production.entity.ts";
import { makeProductions } from "./production.jobs.ts";

const site = testSite();
const hash = "ab12".repeat(16);

beforeAll(async () => {
  const small = await smallInstance(site.database);
  await arguedProposals(site.database, small, await wholeChain(site.database, small));
  await keepFirstVersions(site.database.manager);
  const run = (text: string, values: unknown[] = []) => site.database.query(text, values);
  await run(
    `insert into meeting (slug, group_id, kind, title, starts_at, place)
     select 'reunion-3', group_id, 'NATIONAL', 'Réunion 3', '2026-11-03', 'Paris' from proposal where number = 1`,
  );
  await run("update proposal set state = 'ADOPTED' where number = 1");
  await run(
    `insert into adoption (proposal_id, meeting_id, decided_on, method, votes_for, votes_against, abstentions, quorum,
       present, presence, note, version_number, hash)
     select p.id, (select id from meeting order by id limit 1), '2026-11-03', 'VOTE', 12, 2, 1, 10, 19,
       (select jsonb_build_array(jsonb_build_object('territoryId', id, 'people', 10)) from territory where slug = 'bretagne'),
       'Après deux tours de parole.', 1, $1 from proposal p where p.number = 1`,
    [hash],
  );
  await run(
    `insert into erratum (proposal_id, text, added_on)
     select id, 'Lire « halle » et non « hale ».', '2026-11-05' from proposal where number = 1`,
  );
  const opener = await personWith(site.database, []);
  for (const [kind, text] of [
    ["MINORITY", "Un samedi sur deux ne suffit pas."],
    ["RESERVE", "D’accord, si la commune prête le lieu."],
    ["LOCAL_VARIANT", "Chez nous, le mercredi."],
  ])
    await run(
      `insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on)
       select $1, p.id, $1, $2, (select id from territory where slug = 'bretagne'), $3, '2026-11-04'
       from proposal p where p.number = 1`,
      [kind, text, opener],
    );
  await run(
    `insert into minority_position (key, proposal_id, text, opened_by_id, opened_on)
     select 'waits', p.id, 'Cela attend deux noms.', $1, '2026-11-04' from proposal p where p.number = 1`,
    [opener],
  );
});

/** The words of a page, with plain spaces. */
const said = async (url: string) =>
  (await site.app.inject({ url })).body
    .replace(/<style>[\s\S]*<\/style>/, "")
    .replace(/<[^>]+>/g, "")
    .replace(/[\u00A0\u202F]/g, " ");

test("the dossier tells how a proposal was adopted, by how many from where, which very words, and its errata", async () => {
  const body = await said("/proposals/proposition-1/dossier.html");
  for (const words of [
    "Ce qui a été décidé",
    "Adoptée le 3 novembre 2026, Réunion 3, par 12 voix",
    "par 12 voix pour, 2 contre, 1 abstention. Quorum : 10.",
    "19 personnes présentes : bretagne (10 au moins)",
    "Après deux tours de parole.",
    `Texte figé, version 1, empreinte SHA-256 (JSON canonique, RFC 8785) : ${hash}`,
    "Lire « halle » et non « hale ».",
  ])
    expect(body).toContain(words);
});

test("what a region holds against it, its reserve and how it does it at home are in the dossier; what waits for names is not", async () => {
  const body = await said("/proposals/proposition-1/dossier.html");
  for (const words of [
    "Positions minoritaires",
    "Un samedi sur deux ne suffit pas.",
    "Le territoire bretagne",
    "Réserves des territoires",
    "D’accord, si la commune prête le lieu.",
    "Déclinaisons locales",
    "Chez nous, le mercredi.",
  ])
    expect(body).toContain(words);
  expect(body).not.toContain("Cela attend deux noms.");
});

test("a letter to an office, and the report of the group, give the words that were adopted with their errata", async () => {
  const [{ id }] = await site.database.query(
    "select h.id from handover h join proposal p on p.id = h.proposal_id where p.number = 1",
  );
  expect(await said(`/handovers/${id}/letter.html`)).toContain("Errata : Lire « halle » et non « hale ».");
  const [{ groupId }] = await site.database.query(`select group_id as "groupId" from proposal where number = 1`);
  const asked = { groupId, kind: "REPORT", format: "HTML", publishedAt: new Date() } as const;
  const askedById = await personWith(site.database, ["FACILITATOR"]);
  const report = await added(site.database, Productions, { ...asked, askedById });
  await makeProductions(site.database, { origin: "http://127.0.0.1:4000", make: makeProduction });
  expect(await said(`/productions/${report.id}/file`)).toContain("Errata : Lire « halle » et non « hale ».");
});

test("one page says the decision and the errata in a line each, and stays one page", async () => {
  const body = await said("/proposals/proposition-1/page.html");
  expect(body).toContain("par 12 voix pour, 2 contre, 1 abstention.");
  expect(body).toContain("Lire « halle » et non « hale ».");
  const { rawPayload } = await site.app.inject({ url: "/proposals/proposition-1/page.pdf" });
  expect(pagesIn(rawPayload)).toBe(1);
});
