import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { arguedProposals } from "../../../../test/rows/argued.ts";
import { added, smallInstance } from "../../../../test/rows/builders.ts";
import { wholeChain } from "../../../../test/rows/chain.ts";
import { personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { makeProduction } from "./make.ts";
import { Productions } from "./production.entity.ts";
import { type Make, makeProductions } from "./production.jobs.ts";

const site = testSite();
const position = randomUUID();
let proposalId: string;
let id: string;

const run = () => makeProductions(site.database, { origin: "http://127.0.0.1:4000", make: makeProduction });
const state = async () => (await site.app.inject({ url: `/productions/${id}/file` })).statusCode;

const done = (event: string, subject: string, said: object = {}) =>
  site.database.transaction((db) => recorder(db, visitor, new Date())(event, subject, { ...said }));

/** Effect of each event of a position: the file stays, or is to be made again. */
async function after(event: string, data: object, subject: string = position) {
  await done(event, subject, { synthesisId: null, proposalId, ...data });
  return state();
}
/** Somebody with an account does it at this very instant. */
const happened = (event: string, subject: string) =>
  site.database.query(
    `insert into journal_entry (event, subject_type, subject_id, recorded_on, recorded_at)
     values ($1, split_part($1, '.', 1), $2, now(), now())`,
    [event, subject],
  );
const attached = () => happened("minorityPosition.attached", position);

beforeAll(async () => {
  const small = await smallInstance(site.database);
  proposalId = (await arguedProposals(site.database, small, await wholeChain(site.database, small))).open.id;
  const asked = { groupId: small.group.id, kind: "REPORT", format: "HTML", publishedAt: new Date() } as const;
  const askedById = await personWith(site.database, ["FACILITATOR"]);
  id = (await added(site.database, Productions, { ...asked, askedById })).id;
  await run();
});

it("a position that fell has a report of its group made again; one of another group, or one that was opened alone, has none", async () => {
  expect(await after("minorityPosition.detached", { proposalId: randomUUID() })).toBe(200);
  expect(await after("minorityPosition.takenBack", { territoryId: null })).toBe(200);
  expect(await after("minorityPosition.takenBack", { territoryId: randomUUID() })).toBe(404);
  expect(await run()).toBe(1);
  for (const event of ["minorityPosition.detached", "minorityPosition.regionLeft"]) {
    expect(await after(event, {})).toBe(404);
    expect(await run()).toBe(1);
  }
});

it("a report that was being made while words in it were taken away is not kept, and is made again", async () => {
  await site.database.query("update production set finished_at = null, step = 'WAITING', attempts = 0");
  let times = 0;
  const make: Make = async (...asked) => {
    const made = await makeProduction(...asked);
    if (times++ === 0) await after("minorityPosition.detached", {});
    return made;
  };
  expect(await makeProductions(site.database, { origin: "http://127.0.0.1:4000", make })).toBe(1);
  expect(times).toBe(2);
  expect(await state()).toBe(200);
});

it("a position that comes and goes since the report was made leaves it as it is, over and over", async () => {
  for (let times = 0; times < 3; times++) {
    await attached();
    expect(await after("minorityPosition.detached", {})).toBe(200);
  }
  await attached();
  await site.database.query("update production set finished_at = null");
  await run();
  expect(await after("minorityPosition.detached", {})).toBe(404);
});

it("an erratum that is taken away has a report made again that was made since it was added, and no other", async () => {
  await run();
  await happened("proposal.erratumAdded", proposalId);
  const removed = () => after("proposal.erratumRemoved", {}, proposalId);
  expect(await removed()).toBe(200);
  await site.database.query("update production set finished_at = null");
  await run();
  expect(await removed()).toBe(404);
});

it("words that are erased, or the name of who said them, are in no file that is kept, though nobody asks for it", async () => {
  await run();
  const [quoted] = await site.database.query(
    `select c.id from production_file f join passage p on p.id = any(f.passage_ids)
     join contribution c on c.id = p.contribution_id limit 1`,
  );
  const [response] = await site.database.query(
    `with asked as (insert into questionnaire (slug, objective_id, number, title, intro, estimated_minutes, opens_at, closes_at)
       select 'q', id, 9, 'Q', '', 1, now(), now() from objective limit 1 returning id)
     insert into response (questionnaire_id, key, digest, receipt_digest, channel, appearance, territory_id, submitted_on)
     select asked.id, 'x', 'x', 'x', 'ONLINE', 'NAMED', t.id, now() from asked, (select id from territory limit 1) t returning id`,
  );
  await site.database.query("update contribution set response_id = $2 where id = $1", [quoted.id, response.id]);
  await run();
  const files = async () => Number((await site.database.query("select count(*) from production_file"))[0].count);
  expect(await files()).toBe(1);
  for (const [event, subject] of [
    ["contribution.erased", quoted.id],
    ["response.unnamed", response.id],
    ["response.unpublished", response.id],
  ]) {
    await done(event, randomUUID());
    expect([event, await files()]).toEqual([event, 1]);
    await done(event, subject);
    expect([event, await files()]).toEqual([event, 0]);
    expect(await run()).toBe(1);
  }
});
