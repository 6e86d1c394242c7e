import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
const rows = <Row = object>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

interface Shown {
  id: string;
  signatures: number;
  signedBy: string[];
  isAttached: boolean;
  viewerSigned: boolean;
}

const slug = "point-d-etape-2";
const see = async (viewer?: Viewer): Promise<Shown[]> => {
  const text = `query ($slug: String!) { synthesis(slug: $slug) {
    minorityPositions { id signatures signedBy isAttached viewerSigned } } }`;
  return (await api.ask(text, { slug }, viewer)).data.synthesis.minorityPositions;
};

/** Positions on the synthesis, opened and signed by as many people as said. */
const opened = (positions: number, signatures: number) =>
  rows<{ id: string }>(
    `with those as (insert into person (display_name)
         select 'Zoé ' || n from generate_series(1, $3::int) n returning id),
       opened as (insert into minority_position (key, synthesis_id, text, opened_on)
         select gen_random_uuid(), s.id, 'x', '2012-01-01' from synthesis s, generate_series(1, $2::int) where s.slug = $1
         returning id),
       signed as (insert into minority_signature (position_id, person_id) select o.id, p.id from opened o, those p)
     select id from opened`,
    [slug, positions, signatures],
  );

test("of many who signed a position two hundred are named and all are counted, in as many statements as of few", async () => {
  const [few] = await opened(1, 3);
  const asked = await statementsOf(() => see());
  const [many] = await opened(1, 450);
  expect((await statementsOf(() => see())).length).toBe(asked.length);
  const told = new Map((await see()).map((it) => [it.id, it]));
  expect(told.get(few!.id)).toMatchObject({ signatures: 3, signedBy: ["Zoé 1", "Zoé 2", "Zoé 3"], isAttached: true });
  expect(told.get(many!.id)).toMatchObject({ signatures: 450, isAttached: true });
  expect(told.get(many!.id)!.signedBy).toHaveLength(200);
});

test("two hundred positions are shown: those that stand, then the viewer's own, then those that wait", async () => {
  await opened(250, 1);
  const [last] = await opened(1, 1);
  const [own] = await rows<{ id: string }>(
    `select p.id from person p join minority_signature s on s.person_id = p.id where s.position_id = $1`,
    [last!.id],
  );
  const standing = [...(await see()), ...(await opened(1, 3))].map(({ id }) => id);
  expect((await see()).map(({ id }) => id)).toEqual(standing);
  const shown = await see(viewerOf({ id: own!.id, displayName: "Zoé 1", language: "fr" }, []));
  expect(shown).toHaveLength(200);
  expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining([...standing, last!.id]));
  expect(shown.filter(({ viewerSigned }) => viewerSigned).map(({ id }) => id)).toEqual([last!.id]);
});
