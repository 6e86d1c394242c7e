import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";
import { withoutSecrets } from "../../../platform/log.ts";
import { purgeDrafts } from "./draft.commands.ts";
import { newDraftToken } from "./token.ts";

const api = answeringApi();
const { ask, ids, inputOf, rows, stored, submit } = api;

const fields = "version part appearance authorName questionnaireRevision answers { questionId value }";

async function save(input: object) {
  const { data, errors } = await ask(
    `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) {
       problems { code field value } draft { ${fields} } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.saveDraft;
}
const open = async (token: string) =>
  (await ask(`query ($token: String!) { draft(token: $token) { key questionnaire { slug } ${fields} } }`, { token }))
    .data.draft;

/** A draft of the open questionnaire, begun on a device of its own. */
const draftOf = (answers: Record<string, unknown>, more: object = {}) => {
  const { key, questionnaireId, answers: given } = inputOf(answers);
  return { token: newDraftToken(), key, questionnaireId, answers: given, part: 1, ...more };
};
const code = (saved: { problems: { code: string }[] }) => saved.problems.map((problem) => problem.code);

describe("a draft is taken up on another device by its link", () => {
  test("with all that was written, as far as it was written", async () => {
    const draft = draftOf({ text, sectors: ["ENERGY"] }, { part: 3, appearance: "NAMED", authorName: "Ano" });
    expect((await save(draft)).draft).toMatchObject({ version: 1, part: 3 });
    const found = await open(draft.token);
    expect(found).toMatchObject({ key: draft.key, part: 3, appearance: "NAMED", authorName: "Ano" });
    expect(Object.fromEntries(found.answers.map((one: any) => [one.questionId, one.value]))).toEqual({
      [ids.place!]: "DEPARTMENT:29",
      [ids.text!]: text,
      [ids.sectors!]: ["ENERGY"],
    });
  });

  test("what is half written is kept half written, and what no database keeps is left out", async () => {
    const draft = draftOf({ text: "ab\0c\ud800", score: "peut-être" });
    expect(code(await save(draft))).toEqual([]);
    const { answers } = await open(draft.token);
    expect(answers).toContainEqual({ questionId: ids.text, value: "abc\ufffd" });
    expect(answers).toContainEqual({ questionId: ids.score, value: "peut-être" });
  });

  test("the secret is all the right it takes, and it is stored nowhere", async () => {
    const draft = draftOf({ text });
    await save(draft);
    expect(JSON.stringify(await rows("select * from draft"))).not.toContain(draft.token);
    expect(await open(newDraftToken())).toBeNull();
    expect(await open("court")).toBeNull();
    expect(code(await save({ ...draft, token: "0" }))).toEqual(["REQUIRED"]);
    expect(code(await save({ ...draft, token: newDraftToken(), version: 1 }))).toEqual(["CONFLICT"]);
  });

  test("its address is written without its secret", () => {
    const token = newDraftToken();
    for (const path of [`/drafts/${token}`, `/en/drafts/${token}`]) expect(withoutSecrets(path)).not.toContain(token);
  });

  test("nobody is told that it was begun: it has a day, and the journal does not know of it", async () => {
    const before = await rows("select count(*) from journal_entry");
    const draft = draftOf({ text });
    await save(draft);
    expect(await rows("select count(*) from journal_entry")).toEqual(before);
    const [kept] = await rows("select * from draft where key = $1", [draft.key]);
    expect(Object.keys(kept).filter((name) => name.endsWith("_at"))).toEqual([]);
  });
});

describe("two devices write in one draft", () => {
  test("the second save is refused with what is in force, and nothing of it is overwritten", async () => {
    const draft = draftOf({ text });
    await save(draft);
    const saved = await save({ ...draft, answers: draftOf({ text: "Du téléphone." }).answers, version: 1 });
    expect(saved.draft.version).toBe(2);
    const refused = await save({ ...draft, version: 1 });
    expect(refused.problems).toEqual([{ code: "STALE", field: null, value: "2" }]);
    expect(refused.draft.answers).toContainEqual({ questionId: ids.text, value: "Du téléphone." });
    expect((await open(draft.token)).answers).toContainEqual({ questionId: ids.text, value: "Du téléphone." });
    expect((await save({ ...draft, version: 2 })).draft.version).toBe(3);
  });

  test("two first saves at once make one draft, and a save that is sent again is done", async () => {
    const draft = draftOf({ text });
    const both = await Promise.all([save(draft), save(draft)]);
    expect(both.flatMap(code)).toEqual([]);
    const next = { ...draftOf({ text: "Et la suite." }), key: draft.key, token: draft.token, version: 1 };
    for (let n = 0; n < 2; n++) expect((await save(next)).draft.version).toBe(2);
    expect(await rows("select from draft where key = $1", [draft.key])).toHaveLength(1);
  });
});

describe("a draft ends", () => {
  test("when its response is sent: what another device still saves is told so", async () => {
    const input = inputOf({ text });
    const { key, questionnaireId, answers } = input;
    const draft = { token: newDraftToken(), key, questionnaireId, answers, part: 1 };
    await save(draft);
    await submit(input);
    expect(await stored(key)).toBeDefined();
    expect(await open(draft.token)).toBeNull();
    expect(code(await save({ ...draft, version: 1 }))).toEqual(["GONE"]);
    expect(code(await save(draft))).toEqual(["GONE"]);
  });

  test("when it is erased, and erasing again is no fault", async () => {
    const draft = draftOf({ text });
    await save(draft);
    const erase = () =>
      ask("mutation ($input: EraseDraftInput!) { eraseDraft(input: $input) { problems { code } } }", {
        input: { token: draft.token },
      });
    for (let times = 0; times < 2; times++) expect((await erase()).data.eraseDraft.problems).toEqual([]);
    expect(await open(draft.token)).toBeNull();
    expect(await rows("select from draft where key = $1", [draft.key])).toHaveLength(0);
    expect(code(await save({ ...draft, version: 1 }))).toEqual(["GONE"]);
  });

  test("a month after its questionnaire closed, unless somebody touched it since", async () => {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const kept = async (closed: number, touched: number) => {
      const { questionnaire } = await api.questionnaireWith([...placeAndText]);
      const draft = { ...draftOf({}), questionnaireId: questionnaire.id, answers: [] };
      await save(draft);
      await rows("update questionnaire set opens_at = $2, closes_at = $3 where id = $1", [
        questionnaire.id,
        days(-200),
        days(-closed),
      ]);
      await rows("update draft set saved_on = $2 where key = $1", [draft.key, days(-touched)]);
      return async () => (await rows("select from draft where key = $1", [draft.key])).length === 1;
    };
    const [left, touched, recent, still] = [
      await kept(40, 60),
      await kept(40, 3),
      await kept(3, 60),
      await kept(-3, 90),
    ];
    expect(await purgeDrafts(api.database.manager, new Date(), "30 days")).toBe(1);
    expect([await left(), await touched(), await recent(), await still()]).toEqual([false, true, true, true]);
  });
});

describe("a draft is refused", () => {
  test("of a questionnaire that is not open, or that is none", async () => {
    const { questionnaire } = await api.questionnaireWith([...placeAndText], { pausedReason: "Une erreur." });
    for (const questionnaireId of [questionnaire.id, randomUUID(), "aucun"])
      expect(code(await save({ ...draftOf({ text }), questionnaireId }))).toEqual(["NOT_OPEN"]);
  });

  test("when it is larger than a response can be", async () => {
    const answers = Array.from({ length: 20 }, (_, n) => ({ questionId: `q${n}`, value: "x".repeat(4000) }));
    expect(code(await save({ ...draftOf({}), answers }))).toEqual(["TOO_LARGE"]);
  });

  test("with what no question asks: a draft is no store of anything else", async () => {
    const refused = async (answers: object[], more: object = {}) =>
      (await save({ ...draftOf({}), answers, ...more })).problems.map(({ code: said, field }: any) => [said, field]);
    const other = `${ids.sectors}-other`;
    expect(await refused([{ questionId: other, value: "l’eau" }])).toEqual([]);
    const elsewhere = randomUUID();
    for (const questionId of [elsewhere, `${elsewhere}-other`, "notes"])
      expect(
        await refused([
          { questionId: ids.text, value: text },
          { questionId, value: "x" },
        ]),
      ).toEqual([["UNKNOWN_QUESTION", questionId]]);
  });

  test("when it is saved faster than anybody writes: the seconds to wait are told", async () => {
    const draft = draftOf({ text });
    let refused: any;
    for (let version = 0; version < 61; version++) refused = await save({ ...draft, version: version || undefined });
    expect(refused.problems[0].code).toBe("TOO_MANY_TRIES");
    expect(Number(refused.problems[0].value)).toBeGreaterThan(0);
  });
});
