import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { head, importing, reading } from "../../../../test/acts/importing.ts";
import { bringTexts } from "./bring.ts";
import { tryTexts, triedAtOnce } from "./trying.ts";

const api = seededApi();
const { act, rapporteur, send } = importing(api);

const row = (n: number, place = "17") => `Vandré;${n};Cahier ${n};Un groupe;${place};2019-01-01;;Texte ${n}.`;
const long = [head, ...Array.from({ length: triedAtOnce }, (_, n) => row(n)), row(0), row(-1, "Atlantide")].join("\n");
const fields = "textImport { checked trying faultCount faults { line code } }";

const told = async (id: string) =>
  (
    await api.ask(
      "query ($id: ID!) { textImport(id: $id) { checked trying faultCount unknownValues { said } } }",
      { id },
      await rapporteur(),
    )
  ).data.textImport;

test("a long file is tried apart from any request, and nothing of it is brought meanwhile", async () => {
  const viewer = await rapporteur();
  const id = await send(long, viewer);
  const { textImport } = await act("mapTextImport", { id, ...reading }, fields, viewer);
  expect(textImport).toEqual({ checked: false, trying: true, faultCount: 0, faults: [] });
  expect((await act("runTextImport", { id }, "", viewer)).problems).toMatchObject([{ code: "REQUIRED" }]);

  // Stopped half-way, it is tried again from its beginning.
  let pieces = 0;
  await tryTexts(api.database, () => pieces++ < 1);
  expect(await told(id)).toMatchObject({ checked: false, trying: true });
  await tryTexts(api.database);
  expect(await told(id)).toEqual({
    checked: true,
    trying: false,
    faultCount: 2,
    unknownValues: [{ said: "Atlantide" }],
  });
  expect(await tryTexts(api.database)).toBe(0);
});

test("a reading that is changed while its rows are tried is tried again, as it says now", async () => {
  const viewer = await rapporteur();
  const id = await send(long, viewer);
  await act("mapTextImport", { id, ...reading, source: "Une lecture" }, "", viewer);
  let changed: Promise<unknown> | undefined;
  const values = [{ about: "TERRITORY", said: "Atlantide", meant: "Charente-Maritime" }];
  // It is changed after the first piece; what was begun then says nothing of it.
  const pieces = [true, true, true, true, true];
  await tryTexts(api.database, () => {
    if (pieces.length === 3)
      changed = act("mapTextImport", { id, ...reading, source: "Une autre", values }, "", viewer);
    return pieces.pop() ?? true;
  });
  await changed;
  await tryTexts(api.database);
  expect(await told(id)).toMatchObject({ checked: true, faultCount: 1, unknownValues: [] });
});

test("a reading that nobody said yet is not tried", async () => {
  await send(long, await rapporteur());
  expect(await tryTexts(api.database)).toBe(0);
});

test("a trial tells what is here already, the same or otherwise; two imports of one day are told apart by their moment", async () => {
  const viewer = await rapporteur();
  const of = { ...reading, source: "Deux fois" };
  const counts = "textImport { id written changed unchanged leftAsIs faultCount }";
  const tries = async (rows: string[]) => {
    const id = await send([head, ...rows].join("\n"), viewer);
    return (await act("mapTextImport", { id, ...of }, counts, viewer)).textImport;
  };
  const first = await tries([row(1), row(2), row(3)]);
  expect(first).toMatchObject({ written: 3, changed: 0, unchanged: 0, leftAsIs: 0 });
  await act("runTextImport", { id: first.id }, "", viewer);
  await bringTexts(api.database);
  const again = await tries([row(1), row(2).replace("Texte", "Mot"), row(3), row(3), row(4)]);
  expect(again).toMatchObject({ written: 1, changed: 1, unchanged: 2, leftAsIs: 0, faultCount: 1 });
  await act("runTextImport", { id: again.id }, "", viewer);
  await bringTexts(api.database);

  const list = (await api.ask("{ textImports { id askedAt written changed unchanged } }", {}, viewer)).data.textImports;
  const [later, earlier] = list;
  expect([later, earlier]).toMatchObject([
    { id: again.id, written: 1, changed: 1, unchanged: 2 },
    { id: first.id, written: 3, changed: 0, unchanged: 0 },
  ]);
  expect(Date.parse(later.askedAt)).toBeGreaterThan(Date.parse(earlier.askedAt));
  expect(Math.abs(Date.parse(later.askedAt) - Date.now())).toBeLessThan(600_000);
});
