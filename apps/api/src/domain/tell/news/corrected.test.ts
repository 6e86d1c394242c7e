import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { tellNews } from "./digest.commands.ts";

/** What becomes of a text that was published, after it was: an erratum, or its way elsewhere. */
const api = seededApi();
const acts = acting(api);
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

/** An address that follows something, since an hour, and what is told to it. */
async function following(kind: string, id: string) {
  await rows("delete from watcher");
  const [{ id: watcher }] = await rows(
    "insert into watcher (address, language) values ('suit@exemple.fr', 'fr') returning id",
  );
  await rows("insert into watch values ($1, $2, $3, 'NOW', now() - interval '1 minute')", [watcher, kind, id]);
  return async (): Promise<string[]> => {
    await tellNews(api.database, { now: new Date(), pace: "NOW" });
    const mails: string[] = [];
    await sendMails(api.database.manager, async ({ subject }) => void mails.push(subject));
    return mails;
  };
}
const kindsOn = async (path: string) =>
  (await api.ask(`{ group(slug: "circuits-courts") { news { kind path } } }`)).data.group.news
    .filter((one: { path: string }) => one.path === path)
    .map(({ kind }: { kind: string }) => kind);

test("an erratum of an adopted proposal is told to those who follow it, once a day, and no more once it is taken away", async () => {
  const [{ id, slug, title }] = await rows(
    "update proposal set state = 'ADOPTED' where number = 1 returning id, slug, title",
  ).then(([changed]: any) => changed ?? []);
  const told = await following("PROPOSAL", id);
  await told();
  const key = randomUUID();
  const add = (erratum: string, text: string) =>
    acts("addErratum", { key: erratum, proposalId: id, text }, "proposal { id }", rapporteur);
  expect((await add(key, "Lire « treize ».")).problems).toEqual([]);
  expect(await told()).toEqual([`Erratum à une proposition adoptée\u00a0: «\u00a0${title}\u00a0»`]);
  const second = randomUUID();
  await add(second, "Lire « quatorze ».");
  expect(await told()).toEqual([]);
  expect(await kindsOn(`/proposals/${slug}`)).toContain("PROPOSAL_CORRECTED");
  for (const one of [key, second])
    await acts("removeErratum", { proposalId: id, id: one }, "proposal { id }", rapporteur);
  expect(await kindsOn(`/proposals/${slug}`)).not.toContain("PROPOSAL_CORRECTED");
});

test("an erratum of published minutes is told to those who follow the meeting", async () => {
  const [{ id, meeting, slug, title }] = await rows(
    `select r.id, m.id as meeting, m.slug, m.title from minutes r join meeting m on m.id = r.meeting_id
     where r.state = 'PUBLISHED' and m.territory_id is null limit 1`,
  );
  const told = await following("MEETING", meeting);
  await told();
  const erratum = { key: randomUUID(), minutesId: id, text: "Lire « treize »." };
  expect((await acts("addMinutesErratum", erratum, "", rapporteur)).problems).toEqual([]);
  expect(await told()).toEqual([`Erratum à un compte rendu\u00a0: «\u00a0${title}\u00a0»`]);
  expect(await kindsOn(`/meetings/${slug}`)).toContain("MINUTES_CORRECTED");
});

test("a proposal that is set aside, withdrawn or merged says so to those who follow it", async () => {
  const [into, ...others] = await rows(
    "select id, title, version from proposal where state = 'OPEN' order by number limit 4",
  );
  const ways = [
    ["setAsideProposal", {}, "Proposition mise de côté"],
    ["withdrawProposal", {}, "Proposition retirée"],
    ["mergeProposal", { intoId: into.id, statementIds: [] }, "Proposition fondue dans une autre"],
  ] as const;
  for (const [at, [name, more, words]] of ways.entries()) {
    const { id, title, version } = others[at];
    const told = await following("PROPOSAL", id);
    await told();
    expect((await acts(name, { id, version, reason: "Portée ailleurs.", ...more }, "", rapporteur)).problems).toEqual(
      [],
    );
    expect(await told()).toEqual([`${words}\u00a0: «\u00a0${title}\u00a0»`]);
  }
});
