import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();

test("whoever runs a group adds the sector that the list lacks, once, and takes it back while nothing names it", async () => {
  const { database } = api;
  const act = acting(api, "code field value");
  const facilitator = await holderOf(database, "FACILITATOR");
  const other = viewerOf({ id: await personWith(database, []), displayName: "", language: "fr" }, facilitator.roles);
  const add = (label: string, viewer = facilitator) =>
    act("addSector", { label }, "sector { key label labelEn }", viewer);
  const remove = (key: string, viewer = facilitator) => act("removeSector", { key }, "", viewer);
  const read = async (viewer?: Viewer) =>
    (await api.ask("{ terms(kind: SECTOR) { key } ownSectors { key } }", {}, viewer)).data;
  const before = (await read()).terms;

  const { problems, sector } = await add("Réparation & remploi");
  expect([problems, sector.label, sector.labelEn]).toEqual([[], "Réparation & remploi", "Réparation & remploi"]);
  expect(await add("Réparation & remploi")).toEqual({ problems, sector });
  expect((await add("REPARATION & remploi", other)).problems).toEqual([
    { code: "ALREADY_THERE", field: "label", value: null },
  ]);
  // « Autre domaine » stays the last one.
  expect(before.at(-1)).toEqual({ key: "OTHER" });
  expect((await read()).terms).toEqual(before.toSpliced(-1, 0, { key: sector.key }));
  expect([(await read()).ownSectors, (await read(other)).ownSectors, (await read(facilitator)).ownSectors]).toEqual([
    [],
    [],
    [{ key: sector.key }],
  ]);

  // A word that somebody else added, or that the site began with, is not theirs to take back.
  const codeOf = async (key: string, viewer: Viewer) =>
    (
      await api.ask(
        `mutation ($key: String!) { removeSector(input: { key: $key }) { problems { code } } }`,
        { key },
        viewer,
      )
    ).errors?.[0]?.extensions.code;
  expect([await codeOf(sector.key, other), await codeOf(before[0].key, facilitator)]).toEqual([
    "FORBIDDEN",
    "FORBIDDEN",
  ]);

  const [{ id, was }] = await database.query("select id, sector as was from initiative limit 1");
  await database.query("update initiative set sector = $2 where id = $1", [id, sector.key]);
  expect((await remove(sector.key)).problems).toEqual([{ code: "STILL_USED", field: "key", value: null }]);
  expect((await read(facilitator)).ownSectors).toEqual([]);
  await database.query("update initiative set sector = $2 where id = $1", [id, was]);
  expect((await remove(sector.key)).problems).toEqual([]);
  expect((await remove(sector.key)).problems).toEqual([]);
  expect(await read(facilitator)).toEqual({ terms: before, ownSectors: [] });
});
