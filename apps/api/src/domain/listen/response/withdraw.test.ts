import { describe, expect, test } from "vitest";
import { added } from "../../../../test/rows/builders.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { KeyPointPassages, Passages } from "../../understand/passage/passage.entity.ts";

const api = answeringApi();
const { act, answered, ask, inputOf, ids, receipt, rows, stored, submit } = api;

const words = "Zinzolin : se connaître d’abord.";

/** A response that was sent, changed once, marked and cited: its words are in as many places as can be. */
async function everywhere() {
  const input = inputOf(
    { text: words, short: "Zinzolin court", sectors: ["OTHER"], [`${ids.sectors}-other`]: "Zinzolin autre" },
    {
      appearance: "NAMED",
      authorName: "Zinzolin Nom",
      followUpEmail: "zinzolin@exemple.fr",
      speaksAs: "ORGANISATION",
      organisationName: "Zinzolin SCIC",
    },
  );
  const { receipt: given } = await submit(input);
  const { code } = given;
  const { id } = await stored(input.key);
  const edited = { ...input, code, revision: 1, answers: answered({ place: "DEPARTMENT:29", text: `${words} Bis.` }) };
  const { key: _key, questionnaireId, followUpEmail: _email, ...changed } = edited;
  expect((await act("editResponse", changed)).codes).toEqual([]);
  const [contribution] = await rows("select id from contribution where response_id = $1", [id]);
  const passage = await added(api.database, Passages, {
    contributionId: contribution.id,
    startsAt: 0,
    endsAt: words.length,
    quote: words,
    markedAt: new Date(),
  });
  await rows(
    `insert into journal_entry (event, subject_type, subject_id, data, recorded_on)
     values ('passage.marked', 'passage', $1, jsonb_build_object('contributionId', $2::text, 'quote', $3::text), now())`,
    [passage.id, contribution.id, words],
  );
  await rows("insert into citation_review values ($1, 'DISTORTED', 'Zinzolin, dis-je.', now())", [passage.id]);
  await rows("update contribution set not_retained_note = 'Zinzolin ?' where id = $1", [contribution.id]);
  const withdraw = () =>
    act(
      "withdrawResponse",
      { code },
      "status statusOn contributions { body status trail { progress notRetained { reason } } } closedAnswers { words }",
    );
  return { code, id, contribution, passage, questionnaireId, withdraw };
}

describe("its author takes a response back", () => {
  test("its words are erased wherever they were copied, the search index too", async () => {
    const { withdraw, id } = await everywhere();
    expect(JSON.stringify(await rows("select * from response_revision where response_id = $1", [id]))).toMatch(
      "Zinzolin",
    );
    expect((await withdraw()).codes).toEqual([]);
    const tables = await rows<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { name } of tables)
      expect(JSON.stringify(await rows(`select * from "${name}"`))).not.toMatch(/zinzolin/i);
    expect(tables.length).toBeGreaterThan(40);
  });

  test("its place is kept, and says so", async () => {
    const { withdraw, code, contribution } = await everywhere();
    const { receipt: after } = await withdraw();
    expect(after).toMatchObject({
      status: "WITHDRAWN",
      contributions: [
        { body: "", status: "WITHDRAWN", trail: { progress: "NOT_RETAINED", notRetained: { reason: "WITHDRAWN" } } },
      ],
      closedAnswers: [],
    });
    expect(after.statusOn).toMatch(/^\d{4}-/);
    expect(await receipt(code, "viewerCan { edit withdraw }")).toEqual({ viewerCan: { edit: false, withdraw: false } });
    const { data } = await ask(
      `query ($id: ID!) { contribution(id: $id) { body status authorName organisationName organisationType sectors
         passages { quote } siblings { id } } }`,
      { id: contribution.id },
    );
    expect(data.contribution).toEqual({
      body: "",
      status: "WITHDRAWN",
      authorName: null,
      organisationName: null,
      organisationType: null,
      sectors: [],
      passages: [],
      siblings: [],
    });
  });

  let number = 0;
  test("it counts no more: neither as a response nor behind a key point, and no list shows it", async () => {
    const { withdraw, passage, questionnaireId } = await everywhere();
    const keyPoint = await added(api.database, KeyPoints, {
      objectiveId: api.small.objective.id,
      number: ++number,
      nature: "FINDING",
      sentence: "Se connaître d’abord.",
      state: "STATED",
      statedOn: "2012-06-01",
    });
    await added(api.database, KeyPointPassages, { keyPointId: keyPoint.id, passageId: passage.id });
    const [{ slug }] = await rows("select slug from questionnaire where id = $1", [questionnaireId]);
    const counts = async () =>
      (
        await ask(
          `query ($id: ID!, $slug: String!) { keyPoint(id: $id) { peopleCount }
             questionnaire(slug: $slug) { responseCount readableCount }
             contributions(filter: { search: "zinzolin" }) { totalCount } }`,
          { id: keyPoint.id, slug },
        )
      ).data;
    const before = await counts();
    expect(before).toMatchObject({ keyPoint: { peopleCount: 1 }, contributions: { totalCount: 1 } });
    await withdraw();
    const { responseCount, readableCount } = before.questionnaire;
    expect(await counts()).toEqual({
      keyPoint: { peopleCount: 0 },
      questionnaire: { responseCount: responseCount - 1, readableCount: readableCount - 1 },
      contributions: { totalCount: 0 },
    });
  });

  test("at any time: after the questionnaire has closed too, and again without a fault", async () => {
    const { withdraw, questionnaireId } = await everywhere();
    await rows(
      "update questionnaire set closes_at = now() - interval '1 year', opens_at = now() - interval '2 years' where id = $1",
      [questionnaireId],
    );
    for (let times = 0; times < 2; times++) expect((await withdraw()).codes).toEqual([]);
    await rows("update questionnaire set closes_at = now() + interval '1 year' where id = $1", [questionnaireId]);
  });

  test("what was taken back cannot be changed, nor cited, nor kept, nor claimed", async () => {
    const { withdraw, code, passage } = await everywhere();
    await withdraw();
    const answers = answered({ place: "DEPARTMENT:29", text });
    const edit = await act("editResponse", { code, revision: 2, appearance: "ANONYMOUS", answers });
    expect(edit.codes).toEqual(["GONE"]);
    expect((await act("keepAnswer", { code, questionId: ids.text, questionRevision: 1 })).codes).toEqual(["GONE"]);
    const review = await ask(
      "mutation ($input: ReviewCitationInput!) { reviewCitation(input: $input) { problems { code } } }",
      { input: { code, passageId: passage.id, verdict: "FAITHFUL" } },
    );
    expect(review.data.reviewCitation.problems).toEqual([{ code: "GONE" }]);
  });

  test("the journal says that it was, and not by whom nor when within the day", async () => {
    const { withdraw, id } = await everywhere();
    await withdraw();
    const [entry] = await rows("select * from journal_entry where subject_id = $1 and event = 'response.withdrawn'", [
      id,
    ]);
    expect(entry).toMatchObject({ actor_id: null, recorded_at: null, data: {} });
  });
});
