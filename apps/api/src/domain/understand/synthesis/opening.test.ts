import { beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { added, contributionOf, questionnaireWith } from "../../../../test/rows/builders.ts";
import { writingApi } from "../../../../test/acts/writing.ts";
import { dayOf } from "../../../platform/day.ts";
import { Readings } from "../../listen/contribution/contribution.entity.ts";
import { recounted } from "./counted.ts";
import { laidOut, type LaidKeyPoint } from "./layout.ts";

const the = writingApi();
const { done, keyPointOf, see } = the;

beforeEach(async () => {
  if (!the.small) await the.setUp();
  await the.api.database.query(
    "truncate synthesis, synthesis_version, key_point, passage, contribution, tally, text_tally, reader_tally, reading_pair, pair_tally cascade",
  );
});

test("on a site in English alone, its address and the sentences that are counted are in English", async () => {
  const { database } = the.api;
  await database.query("insert into instance (name, languages) values ('Yorkshire', 'ENGLISH')");
  const { passages } = await keyPointOf("The sea matters.", 2);
  const { contributionId } = passages[0]!;
  await added(database, Readings, { contributionId, personId: the.team[1].id!, readAt: new Date() });
  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  expect(synthesis.slug).toBe("synthesis-1");
  const { underWay } = await see(synthesis.slug);
  expect(underWay.method).toMatch(/^Texts read: \d+, from /);
  await database.query("delete from instance");
});

test("opened, it is laid out from the key points: agreements by people, objections under debates, few voices apart", async () => {
  const few = await keyPointOf("Deux personnes parlent de la mer.", 2);
  const most = await keyPointOf("Le circuit court relie.", 5);
  const price = await keyPointOf("Les prix sont justes.", 4, { nature: "ARGUMENT" });
  const some = await keyPointOf("Il se voit à pied.", 3, { state: "WORKING", statedOn: null });
  await keyPointOf("Un mot d’une seule personne.", 1);
  const example = await keyPointOf("Une AMAP à Brest.", 2, { nature: "EXAMPLE" });
  const against = await keyPointOf("C’est cher.", 2, { nature: "OBJECTION", parentId: price.id });
  await the.say(against.passages[0]!.id, [most.id]);
  const shared = await keyPointOf("Cela ne relie personne.", 2, { nature: "OBJECTION" });
  await the.say(shared.passages[1]!.id, [most.id]);
  const lone = await keyPointOf("Tout cela ne sert à rien.", 2, { nature: "OBJECTION" });

  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  expect(synthesis).toMatchObject({ state: "DRAFT", version: 1, title: "De quoi parle-t-on ?" });
  const { underWay } = await see(synthesis.slug);
  const of = ({ id }: { id: string }) => id;
  expect(
    underWay.paragraphs.map(({ kind, text, keyPoints, against: other }: any) => [
      kind,
      text,
      keyPoints.map(of),
      other.map(of),
    ]),
  ).toEqual([
    ["AGREEMENT", some.sentence, [some.id], []],
    ["DEBATE", most.sentence, [most.id], [shared.id]],
    ["DEBATE", price.sentence, [price.id], [against.id]],
    ["DEBATE", lone.sentence, [lone.id], []],
    ["MINORITY", few.sentence, [few.id], []],
    ["HIGHLIGHT", example.sentence, [example.id], []],
  ]);
  expect(underWay.missing.map(({ code, count }: any) => `${code} ${count}`)).toEqual([
    "WORKING_KEY_POINTS 1",
    "UNACCOUNTED 1",
    "NOT_CIRCULATED 0",
  ]);
});

test("opened twice, or by two at once, it is one", async () => {
  const [one, other] = await Promise.all(
    the.team.map((viewer) => done("openSynthesis", { objective: "objectif-1" }, viewer)),
  );
  expect(one!.synthesis.id).toBe(other!.synthesis.id);
  expect((await see(one!.synthesis.slug)).versions).toHaveLength(1);
});

test("it says who was not heard, as the coverage does, and how the answers were read", async () => {
  const { territories } = the.small;
  await contributionOf(the.api.database, the.small, { regionId: territories.bretagne!.id });
  const said = await keyPointOf("Le circuit court relie.", 2);
  const [twice] = said.passages;
  await added(the.api.database, Readings, {
    contributionId: twice!.contributionId,
    personId: the.team[1].id!,
    readAt: new Date(),
  });
  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  const { underWay } = await see(synthesis.slug);
  expect(underWay.notHeard).toEqual(["ile-de-france : aucune réponse."]);
  expect(underWay.method).toBe(
    "Textes lus : 2, de 2 personnes. 2 personnes de l’équipe les ont lus. Un texte a été lu deux fois, par deux personnes. 2 passages y ont été relevés, et réunis par ce qu’ils disent (points clefs : 1).",
  );
  const { data } = await the.api.ask(
    "query ($slug: String!) { synthesis(slug: $slug) { coverage { notHeard { name } } } }",
    { slug: synthesis.slug },
    the.team[0],
  );
  expect(data.synthesis.coverage.notHeard).toEqual([{ name: "ile-de-france" }]);
});

test("what it counts is counted again when it circulates; what somebody rewrote stays as they wrote it", async () => {
  const { territories } = the.small;
  await keyPointOf("Le circuit court relie.", 2);
  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  const opened = (await see(synthesis.slug)).underWay;
  expect(opened.notHeard).toEqual(["bretagne et ile-de-france : aucune réponse."]);
  expect(opened.method).toContain("Textes lus : 2, de 2 personnes.");
  const own = { method: `${opened.method} Une soirée à Crest.`, notHeard: [...opened.notHeard, "Les jeunes."] };
  await done("editSynthesis", { id: synthesis.id, edit: opened.edit, ...own });

  await contributionOf(the.api.database, the.small, { regionId: territories.bretagne!.id });
  await keyPointOf("Les prix sont justes.", 3);
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 3) });
  const circulating = (await see(synthesis.slug)).underWay;
  expect(circulating.notHeard).toEqual(["ile-de-france : aucune réponse.", "Les jeunes."]);
  expect(circulating.method).toMatch(/^Textes lus : 5, de 5 personnes\. .* Une soirée à Crest\.$/);

  const [of] = await the.api.database.query<[{ id: string }]>("select objective_id as id from synthesis");
  const rewritten = { method: "Lu à deux, à voix haute.", notHeard: ["Personne en ville."] };
  const counted = { methodCounted: opened.method, notHeardCounted: opened.notHeard[0] };
  expect(await recounted(the.api.database.manager, { ...rewritten, ...counted }, of.id)).toMatchObject(rewritten);
});

test("what fewer than one in twenty say is a minority view", () => {
  const keyPoint = (number: number, people: number): LaidKeyPoint => ({
    id: `k${number}`,
    number,
    sentence: `Point ${number}`,
    nature: "FINDING",
    parentId: null,
    people,
  });
  const kinds = laidOut([keyPoint(1, 4), keyPoint(2, 5), keyPoint(3, 90)], [], 100).map(({ kind, text }) => [
    kind,
    text,
  ]);
  expect(kinds).toEqual([
    ["AGREEMENT", "Point 3"],
    ["AGREEMENT", "Point 2"],
    ["MINORITY", "Point 1"],
  ]);
});

test("a text that a published synthesis sets aside is told why, unless something else of it is cited", async () => {
  const said = await keyPointOf("Le circuit court relie.", 3);
  const left = await keyPointOf("Il faut un logo.", 2);
  const both = await the.passageOf("Il relie, et il faut un logo.", [left.id]);
  const [other] = await the.api.database.query<[{ id: string }]>(
    `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, 0, 8, 'Il relie', now()) returning id`,
    [both.contributionId],
  );
  await the.say(other.id, [said.id]);
  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  const { underWay } = await see(synthesis.slug);
  const paragraph = underWay.paragraphs.find(({ text }: { text: string }) => text === left.sentence);
  await done("removeParagraph", { id: paragraph.id, edit: paragraph.edit });
  const why = { reason: "NOT_ACTIONABLE", note: "Trop tôt." };
  await sentTwice(the.api.database, () =>
    done("setAside", { synthesisId: synthesis.id, keyPointIds: [left.id], ...why }),
  );
  const trailOf = async (contributionId: string) => {
    const { data } = await the.api.ask(
      `query ($id: ID!) { contribution(id: $id) { trail { progress events { step synthesis { slug } } notRetained { reason note } } } }`,
      { id: contributionId },
    );
    return data.contribution.trail;
  };
  const alone = left.passages[0]!.contributionId;
  expect(await trailOf(alone)).toMatchObject({ progress: "MARKED", notRetained: null });
  await the.published(synthesis);
  expect(await trailOf(alone)).toMatchObject({
    progress: "NOT_RETAINED",
    notRetained: { reason: "NOT_ACTIONABLE", note: "Trop tôt." },
  });
  expect((await trailOf(alone)).events.at(-1)).toEqual({ step: "NOT_RETAINED", synthesis: { slug: synthesis.slug } });
  expect(await trailOf(both.contributionId)).toMatchObject({ progress: "CITED", notRetained: null });
  // Marked again since, it goes on.
  await the.mark({ contributionId: alone, startsAt: 0, endsAt: 7, keyPointId: said.id });
  expect(await trailOf(alone)).toMatchObject({ notRetained: null });
});

test("a point is said by so many of all whose words could count: who answered, groups, and texts brought from elsewhere", async () => {
  const { synthesis } = await done("openSynthesis", { objective: "objectif-1" });
  const voices = async () =>
    (await the.api.ask(`{ synthesis(slug: "${synthesis.slug}") { voiceCount } }`, {}, the.team[0])).data.synthesis
      .voiceCount as number;
  const before = await voices();
  for (const key of ["v:1", "v:2"])
    await contributionOf(the.api.database, the.small, { importKey: key, importedOn: dayOf(new Date()) });
  // Taken back, it counts nowhere.
  await contributionOf(the.api.database, the.small, {
    importKey: "v:3",
    importedOn: dayOf(new Date()),
    status: "WITHDRAWN",
  });
  expect(await voices()).toBe(before + 2);
  const { questionnaire } = await questionnaireWith(the.api.database, the.small, []);
  await the.api.database.query(
    `insert into response (questionnaire_id, key, digest, receipt_digest, channel, appearance, territory_id, submitted_on, speaks_as)
     select q.id, gen_random_uuid()::text, 'x', gen_random_uuid()::text, 'ONLINE', 'ANONYMOUS', t.id, current_date, as_ from questionnaire q,
       (select id from territory limit 1) t, unnest(array['INDIVIDUAL', 'GROUP']) as_ where q.id = $1`,
    [questionnaire.id],
  );
  expect(await voices()).toBe(before + 4);
});
