import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { createContext } from "../../../platform/context.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { chainTables } from "../../give/openData/chain.tables.ts";
import { adoptionFactsOf } from "../../give/production/adoption.ts";

const api = seededApi();
let proposalId: string;
let referent: Viewer;

const somebody = async (displayName: string): Promise<Viewer> => {
  const id = await personWith(api.database, []);
  await api.database.query("update person set display_name = $2 where id = $1", [id, displayName]);
  return viewerOf({ id, displayName, language: "fr" }, []);
};
const fields = "id kind text signatures signedBy isAttached territory { slug name }";

const acts = acting(api);
const act = (name: "attachMinorityPosition" | "signMinorityPosition", input: object, viewer: Viewer) =>
  acts(name, input, `minorityPosition { ${fields} } proposal { id } synthesis { id }`, viewer);
const attach = (viewer: Viewer, more: object = {}) =>
  act("attachMinorityPosition", { key: randomUUID(), proposalId, text: "Nous ne ferions pas ainsi.", ...more }, viewer);
const see = async (viewer?: Viewer) =>
  (
    await api.ask(
      `{ proposals(first: 100) { nodes { id minorityPositions { ${fields} } minorityRegions { slug } takesMinorityPositions } } }`,
      {},
      viewer,
    )
  ).data.proposals.nodes.find(({ id }: { id: string }) => id === proposalId);
const inName = async () => (await see(referent)).minorityRegions[0].slug as string;

beforeAll(async () => {
  [{ id: proposalId }] = await api.database.query("select id from proposal where number = 3");
  referent = await holderOf(api.database, "REFERENT");
});

test("three people hold something against a proposal: two are not told to visitors, the third makes it stand with their names", async () => {
  const [aline, bruno, chloe] = await Promise.all(["Aline", "Bruno", "Chloé"].map(somebody));
  const { problems, minorityPosition, proposal, synthesis } = await attach(aline!);
  expect([problems, proposal.id, synthesis]).toEqual([[], proposalId, null]);
  await act("signMinorityPosition", { id: minorityPosition.id, sign: true }, bruno!);
  expect((await see()).minorityPositions).toEqual([]);
  expect((await see(bruno)).minorityPositions).toMatchObject([{ id: minorityPosition.id, isAttached: false }]);
  await act("signMinorityPosition", { id: minorityPosition.id, sign: true }, chloe!);
  expect((await see()).minorityPositions).toMatchObject([
    { kind: "MINORITY", isAttached: true, signedBy: ["Aline", "Bruno", "Chloé"] },
  ]);
});

test("a region tells its reserve, or how it does it at home, by its referent alone; one of each", async () => {
  const territory = await inName();
  const variant = { kind: "LOCAL_VARIANT", territory, text: "Chez nous, avec les halles." };
  expect(await attach(referent, variant)).toMatchObject({
    problems: [],
    minorityPosition: { kind: "LOCAL_VARIANT", isAttached: true, territory: { slug: territory } },
  });
  expect((await attach(referent, { kind: "RESERVE", territory })).problems).toEqual([]);
  expect((await attach(referent, variant)).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);
  const other = await somebody("Denis");
  expect((await attach(other, variant)).problems).toEqual([{ code: "NOT_YOUR_TERRITORY", field: "territory" }]);
  expect((await attach(other, { kind: "RESERVE" })).problems).toEqual([
    { code: "TERRITORY_REQUIRED", field: "territory" },
  ]);
  const kinds = (await see()).minorityPositions.map(({ kind }: { kind: string }) => kind);
  expect(kinds.toSorted()).toEqual(["LOCAL_VARIANT", "MINORITY", "RESERVE"]);
});

test("a synthesis takes neither; a position stands beside one thing", async () => {
  const [{ id: synthesisId }] = await api.database.query("select id from synthesis where slug = 'point-d-etape-2'");
  const territory = await inName();
  const reserve = { proposalId: null, synthesisId, kind: "RESERVE", territory };
  expect((await attach(referent, reserve)).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "kind" }]);
  expect((await attach(referent, { synthesisId })).problems).toEqual([{ code: "WRONG_KIND", field: "proposalId" }]);
  expect((await attach(referent, { proposalId: null })).problems).toEqual([{ code: "GONE", field: "synthesisId" }]);
});

test("nothing is held against a draft, nor against what went elsewhere; what is adopted still hears it", async () => {
  const eve = await somebody("Ève");
  const inState = async (state: string) => {
    await api.database.query("update proposal set state = $2 where number = $1", [4, state]);
    const [{ id }] = await api.database.query("select id from proposal where number = 4");
    return (await attach(eve, { proposalId: id })).problems;
  };
  for (const state of ["DRAFT", "SET_ASIDE", "WITHDRAWN"])
    expect(await inState(state)).toEqual([{ code: "GONE", field: "proposalId" }]);
  expect(await inState("ADOPTED")).toEqual([]);
});

test("what stands beside a proposal that went elsewhere is taken back there too, by a person and by a region; nobody joins it", async () => {
  const [{ id }] = await api.database.query("select id from proposal where number = 6");
  await api.database.query("update proposal set state = 'OPEN' where id = $1", [id]);
  const [gil, hana, ines, jo] = await Promise.all(["Gil", "Hana", "Inès", "Jo"].map(somebody));
  const { minorityPosition: theirs } = await attach(gil!, { proposalId: id });
  for (const one of [hana!, ines!]) await act("signMinorityPosition", { id: theirs.id, sign: true }, one);
  const territory = await inName();
  const { minorityPosition: regions } = await attach(referent, { proposalId: id, kind: "RESERVE", territory });
  for (const state of ["SET_ASIDE", "WITHDRAWN", "MERGED", "SPLIT"]) {
    await api.database.query("update proposal set state = $2 where id = $1", [id, state]);
    expect((await act("signMinorityPosition", { id: theirs.id, sign: true }, jo!)).problems).toEqual([
      { code: "GONE", field: "proposalId" },
    ]);
  }
  const { problems, minorityPosition } = await act("signMinorityPosition", { id: theirs.id, sign: false }, hana!);
  expect([problems, minorityPosition.signatures, minorityPosition.isAttached]).toEqual([[], 2, false]);
  const takenBack = await act("signMinorityPosition", { id: regions.id, sign: false, territory }, referent);
  expect([takenBack.problems, takenBack.minorityPosition]).toEqual([[], null]);
});

test("what stands is in the dossier and in the open data, and what waits for signatures in neither", async () => {
  const waiting = await somebody("Fanny");
  await attach(waiting, { text: "Ceci attend deux noms." });
  for (const viewer of [undefined, waiting]) {
    const { minorityPositions } = await adoptionFactsOf(createContext(api.database, { viewer }), proposalId);
    expect(minorityPositions.map(({ kind }) => kind).toSorted()).toEqual(["LOCAL_VARIANT", "MINORITY", "RESERVE"]);
  }
  const table = chainTables.find(({ name }) => name === "positions")!;
  const rows = await api.database.query<{ text: string; signatures: number }[]>((table as { select: string }).select);
  expect(rows).toContainEqual(expect.objectContaining({ text: "Nous ne ferions pas ainsi.", signatures: 3 }));
  expect(JSON.stringify(rows)).not.toContain("Ceci attend");
});
