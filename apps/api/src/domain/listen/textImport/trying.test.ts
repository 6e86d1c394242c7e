import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { head, importing, reading } from "../../../../test/acts/importing.ts";
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
