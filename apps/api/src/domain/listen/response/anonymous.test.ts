import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";

const api = answeringApi();
const { act, rows, stored, submit } = api;

let questionnaireId: string;
let ids: Record<string, string>;
beforeAll(async () => {
  const made = await api.questionnaireWith([...placeAndText], { anonymous: true });
  questionnaireId = made.questionnaire.id;
  ids = made.ids;
});

const inputOf = (more: object = {}) => ({
  key: randomUUID(),
  questionnaireId,
  answers: [
    { questionId: ids.place!, value: "DEPARTMENT:29" },
    { questionId: ids.text!, value: text },
  ],
  appearance: "ANONYMOUS" as const,
  ...more,
});

describe("an anonymous questionnaire keeps its promise", () => {
  test.each([
    [{ appearance: "NAMED", authorName: "Ano" }, "appearance"],
    [{ followUpEmail: "ano@exemple.fr" }, "followUpEmail"],
    [{ speaksAs: "ORGANISATION", organisationName: "SCIC" }, "speaksAs"],
    [{ speaksAs: "GROUP", organisationName: "Les voisins", peopleCount: 4 }, "organisationName"],
  ])("%j is refused, at its field", async (more, field) => {
    const input = inputOf(more);
    expect((await submit(input)).problems).toEqual([{ code: "ANONYMOUS_ONLY", field, value: null }]);
    expect(await stored(input.key)).toBeUndefined();
  });

  test("a group answers by its number alone", async () => {
    const input = inputOf({ speaksAs: "GROUP", peopleCount: 4 });
    expect((await submit(input)).problems).toEqual([]);
    expect(await stored(input.key)).toMatchObject({ people_count: 4, organisation_name: null });
  });

  test("no table keeps more than the day, no name and no address, and nothing tells an order", async () => {
    const inputs = Array.from({ length: 12 }, () => inputOf());
    for (const input of inputs) await submit(input);
    const kept = await Promise.all(inputs.map(({ key }) => stored(key)));
    for (const response of kept) {
      const told = Object.entries(response).filter(
        ([name, value]) => value !== null && /_at$|_by_id$|person|email|name/.test(name),
      );
      expect(told).toEqual([]);
      const entries = await rows("select * from journal_entry where subject_id = $1", [response.id]);
      for (const entry of entries) expect(entry).toMatchObject({ actor_id: null, recorded_at: null });
    }
    const sent = kept.map(({ id }) => id as string);
    expect(sent.toSorted()).not.toEqual(sent);
    expect(new Set(sent.map((id) => id[14]))).toEqual(new Set(["4"]));
  });

  test("changing or taking back a response says no more of its author", async () => {
    const input = inputOf();
    const { receipt } = await submit(input);
    const { key: _key, questionnaireId: _id, ...same } = input;
    const change = { ...same, code: receipt.code, revision: 1 };
    const named = await act("editResponse", { ...change, appearance: "NAMED", authorName: "Ano" });
    expect(named.problems).toEqual([{ code: "ANONYMOUS_ONLY", field: "appearance", value: null }]);
    expect((await act("editResponse", { ...change, appearance: "UNPUBLISHED" })).codes).toEqual([]);
    await act("withdrawResponse", { code: receipt.code });
    const { id, submitted_at } = await stored(input.key);
    expect(submitted_at).toBeNull();
    const entries = await rows("select recorded_at, actor_id from journal_entry where subject_id = $1", [id]);
    expect(entries).toEqual(Array.from({ length: 3 }, () => ({ recorded_at: null, actor_id: null })));
  });
});
