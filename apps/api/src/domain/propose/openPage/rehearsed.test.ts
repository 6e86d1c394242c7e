import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { rehearsingSite } from "../../../../test/acts/rehearsing.ts";

const { site, act, begun, enter, cookieWith } = rehearsingSite();

test("in a rehearsal two people see each other too, and nothing of it is kept on the site", async () => {
  const group = await begun("Répéter");
  const one = await cookieWith(["RAPPORTEUR"], group.id);
  const other = await cookieWith(["RAPPORTEUR"], group.id);
  await act("beginRehearsal", { group: group.slug }, "", one);
  for (const cookie of [one, other]) expect((await enter(group.slug, cookie)).statusCode).toBe(303);
  const words = { title: "Un local par canton", summary: "Chaque canton aurait son local." };
  const key = randomUUID();
  await act("openProposal", { key, group: group.slug, ...words }, "", one, group.id);
  const others = async (cookie: string) =>
    (await act("keepPageOpen", { kind: "PROPOSAL", id: key }, "others", cookie, group.id)).others;
  expect(await others(one)).toEqual([]);
  expect(await others(other)).toEqual(["Une personne fictive"]);
  expect(await others(one)).toEqual(["Une personne fictive"]);
  expect(await site.database.query("select from open_page")).toEqual([]);
});
