import { describe, expect, test } from "vitest";
import { added } from "../../../../test/rows/builders.ts";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";

const api = answeringApi();
const { act, ids, receipt, rows, sent } = api;

describe("its author changes a response while the questionnaire is open", () => {
  test("what it said before is kept as a revision, and what it says now takes its place", async () => {
    const { id, edit, contribution } = await sent({ text, sectors: ["ENERGY"], score: 3 });
    const { codes, receipt: after } = await edit({ text: "Autre chose.", sectors: ["FOOD"], short: "Oui." });
    expect(codes).toEqual([]);
    expect(after).toMatchObject({ revision: 2, contributions: [{ body: "Autre chose.", status: "VISIBLE" }] });
    const [before] = await rows("select * from response_revision where response_id = $1", [id]);
    expect(before).toMatchObject({
      revision: 1,
      questionnaire_revision: 1,
      appearance: "ANONYMOUS",
      answers: { [ids.text!]: text, [ids.sectors!]: ["ENERGY"], [ids.score!]: 3, [ids.place!]: "DEPARTMENT:29" },
    });
    const answers = await rows("select question_id, value from answer where response_id = $1", [id]);
    expect(Object.fromEntries(answers.map((one) => [one.question_id, one.value]))).toEqual({
      [ids.place!]: "DEPARTMENT:29",
      [ids.sectors!]: ["FOOD"],
      [ids.short!]: "Oui.",
    });
    const { id: contributionId, revision, sectors } = await contribution();
    expect({ revision, sectors }).toEqual({ revision: 2, sectors: ["FOOD"] });
    const kept = await rows("select revision, body from contribution_revision where contribution_id = $1", [
      contributionId,
    ]);
    expect(kept).toEqual([{ revision: 1, body: text }]);
  });

  test("a text that is left as it is keeps its revision; one that is taken back leaves its place", async () => {
    const { edit, contribution } = await sent({ text, sectors: ["ENERGY"], why: "Le soleil." });
    await edit({ text, sectors: ["ENERGY"] });
    expect(await contribution()).toMatchObject({ body: text, revision: 1, status: "VISIBLE" });
    expect(await contribution(ids.why)).toMatchObject({ body: "", status: "WITHDRAWN" });
    await edit({ text, sectors: ["ENERGY"], why: "Le vent." }, { revision: 2 });
    expect(await contribution(ids.why)).toMatchObject({ body: "Le vent.", status: "VISIBLE" });
  });

  test("an answer not asked on the page, before or after the change, stays; one that the change rules out goes", async () => {
    const { edit, contribution } = await sent({ text, sectors: ["ENERGY"], why: "Le soleil." });
    // Its condition came later: when it was answered, the question was asked of everybody.
    await rows("update answer set value = '[\"FOOD\"]' where question_id = $1", [ids.sectors]);
    await edit({ text: "Réécrit.", sectors: ["FOOD"] });
    expect(await contribution(ids.why)).toMatchObject({ body: "Le soleil.", status: "VISIBLE", revision: 1 });
    await edit({ text, sectors: ["ENERGY"], why: "Le soleil." }, { revision: 2 });
    await edit({ text, sectors: ["FOOD"], why: "Le soleil." }, { revision: 3 });
    expect(await contribution(ids.why)).toMatchObject({ body: "", status: "WITHDRAWN" });
  });

  test("sent twice it is done once, and from an older page it is refused with what is in force", async () => {
    const { id, edit } = await sent({ text });
    for (let times = 0; times < 2; times++) expect((await edit({ text: "Deux." })).receipt.revision).toBe(2);
    const late = await edit({ text: "Trois." });
    expect(late.problems).toEqual([{ code: "STALE", field: null, value: "2" }]);
    expect(late.receipt.contributions).toEqual([{ body: "Deux.", status: "VISIBLE" }]);
    expect(await rows("select from response_revision where response_id = $1", [id])).toHaveLength(1);
  });

  test("a change of its appearance shows everywhere at once", async () => {
    const { edit, contribution, id } = await sent({ text, aside: "Pour l’équipe." });
    await edit({ text, aside: "Pour l’équipe." }, { appearance: "NAMED", authorName: "Ano" });
    expect(await contribution()).toMatchObject({ appearance: "NAMED", author_name: "Ano", status: "VISIBLE" });
    expect(await contribution(ids.aside)).toMatchObject({ status: "UNPUBLISHED" });
    await edit({ text, aside: "Pour l’équipe." }, { revision: 2, appearance: "UNPUBLISHED" });
    expect(await contribution()).toMatchObject({ appearance: "UNPUBLISHED", author_name: null, status: "UNPUBLISHED" });
    expect((await rows("select submitted_at from response where id = $1", [id]))[0]!.submitted_at).toBeNull();
  });

  test("a text kept back by a moderator never shows again by itself: rewritten, it waits", async () => {
    const { edit, contribution } = await sent({ text });
    await rows("update contribution set status = 'HIDDEN' where id = $1", [(await contribution()).id]);
    const after = async (words: string, how: object) => {
      await edit({ text: words }, how);
      const { body, status } = await contribution();
      return [body, status];
    };
    expect(await after("Réécrit.", {})).toEqual(["Réécrit.", "HELD"]);
    expect(await after("Réécrit.", { revision: 2, authorName: "Ano", appearance: "NAMED" })).toEqual([
      "Réécrit.",
      "HELD",
    ]);
    expect(await after("Réécrit.", { revision: 3, appearance: "UNPUBLISHED" })).toEqual(["Réécrit.", "HIDDEN"]);
    expect(await after("Réécrit.", { revision: 4 })).toEqual(["Réécrit.", "HIDDEN"]);
    expect(await after("Réécrit encore.", { revision: 5 })).toEqual(["Réécrit encore.", "HELD"]);
  });

  test("a refusal is told at each field, and nothing changes", async () => {
    const { edit, contribution } = await sent({ text });
    const { problems } = await edit({ place: null, text, score: 12 }, { appearance: "NAMED" });
    expect(problems).toEqual([
      { code: "TERRITORY_REQUIRED", field: ids.place, value: null },
      { code: "OUT_OF_RANGE", field: ids.score, value: "1–5" },
      { code: "NAME_REQUIRED", field: "authorName", value: null },
    ]);
    expect(await contribution()).toMatchObject({ body: text });
  });
});

describe("what was marked in a text follows its words", () => {
  async function marked(body: string, ...quotes: string[]) {
    const response = await sent({ text: body });
    const contribution = await response.contribution();
    for (const quote of quotes) {
      const startsAt = body.indexOf(quote);
      const at = { startsAt, endsAt: startsAt + quote.length, markedAt: new Date() };
      await added(api.database, Passages, { contributionId: contribution.id, quote, ...at });
    }
    const passages = () =>
      rows(
        "select quote, starts_at, ends_at, contribution_revision from passage where contribution_id = $1 order by id",
        [contribution.id],
      );
    return { ...response, passages };
  }

  test("to where they now stand", async () => {
    const { edit, passages } = await marked("Des légumes. Des gens.", "Des gens.");
    await edit({ text: "D’abord, des fruits. Des gens." });
    expect(await passages()).toEqual([{ quote: "Des gens.", starts_at: 21, ends_at: 30, contribution_revision: 2 }]);
  });

  test("and keeps its quote, and the revision it was marked in, where they are no longer there", async () => {
    const { edit, passages, code } = await marked("Des légumes. Des gens.", "Des légumes.", "Des gens.");
    await edit({ text: "Rien." });
    expect(await passages()).toEqual([
      { quote: "Des légumes.", starts_at: 0, ends_at: 12, contribution_revision: 1 },
      { quote: "Des gens.", starts_at: 13, ends_at: 22, contribution_revision: 1 },
    ]);
    const found = await receipt(code, "contributions { body passages { quote startsAt endsAt } }");
    expect(found.contributions[0].body).toBe("Rien.");
  });

  test("two of them may change places, and none lands on another", async () => {
    const { edit, passages } = await marked("un deux", "un", "deux");
    await edit({ text: "deux un" });
    expect((await passages()).map(({ quote, starts_at }) => [quote, starts_at])).toEqual([
      ["un", 5],
      ["deux", 0],
    ]);
  });

  test("new words are to be read again: the reason given to the former ones is dropped", async () => {
    const { edit, contribution } = await sent({ text });
    const { id } = await contribution();
    const [person] = await rows("insert into person (display_name) values ('R') returning id");
    await rows("insert into reading values ($1, $2, now())", [id, person.id]);
    await rows("update contribution set not_retained = 'NOTHING_TO_ADD', not_retained_on = now() where id = $1", [id]);
    await edit({ text: "Neuf." });
    expect(await rows("select from reading where contribution_id = $1", [id])).toEqual([]);
    expect((await contribution()).not_retained).toBeNull();
  });
});

describe("a change is refused", () => {
  test("once the questionnaire has closed, after the grace of sending", async () => {
    const { questionnaire, ids: its } = await api.questionnaireWith([...placeAndText]);
    const { code, edit } = await sent(
      {},
      {
        questionnaireId: questionnaire.id,
        answers: [
          { questionId: its.place!, value: "DEPARTMENT:29" },
          { questionId: its.text!, value: text },
        ],
      },
    );
    const answers = [
      { questionId: its.place!, value: "DEPARTMENT:29" },
      { questionId: its.text!, value: "Tard." },
    ];
    const close = (minutes: number) =>
      rows(`update questionnaire set closes_at = now() - $2 * interval '1 minute' where id = $1`, [
        questionnaire.id,
        minutes,
      ]);
    await close(5);
    expect((await receipt(code, "viewerCan { edit }")).viewerCan.edit).toBe(false);
    expect((await edit({}, { answers })).codes).toEqual([]);
    await close(11);
    expect((await edit({}, { answers, revision: 2 })).codes).toEqual(["NOT_OPEN"]);
  });

  test("with a code that somebody else saw on paper: it gives reading only", async () => {
    const { code, id, edit } = await sent({ text });
    const [person] = await rows("insert into person (display_name) values ('Référente') returning id");
    await rows("update response set entered_by_id = $2, channel = 'PAPER' where id = $1", [id, person.id]);
    expect((await edit({ text: "Un autre." })).codes).toEqual(["READING_ONLY"]);
    expect((await act("withdrawResponse", { code })).codes).toEqual(["READING_ONLY"]);
    const fields = "readingOnly viewerCan { edit withdraw claim } contributions { body }";
    expect(await receipt(code, fields)).toEqual({
      readingOnly: true,
      viewerCan: { edit: false, withdraw: false, claim: false },
      contributions: [{ body: text }],
    });
  });

  test("with a code that leads nowhere", async () => {
    const { edit } = await sent({ text });
    const refused = await edit({ text }, { code: "0000-0000-0000-0000" });
    expect(refused.problems).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code", value: null }]);
  });
});
