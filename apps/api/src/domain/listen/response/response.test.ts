import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answeringApi, options, placeAndText, text } from "../../../../test/acts/responses.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";

const api = answeringApi();
const { answered, inputOf, rows, stored, submit } = api;

describe("what is sent is stored once", () => {
  test("the same key gets the same receipt, whatever the retries", async () => {
    const input = inputOf({ text });
    const first = await submit(input);
    expect(first.problems).toEqual([]);
    expect(first.receipt.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await submit(input)).toEqual(first);
    expect(await rows("select from response where key = $1", [input.key])).toHaveLength(1);
    expect(
      await rows("select from contribution c join response r on r.id = c.response_id where r.key = $1", [input.key]),
    ).toHaveLength(1);
  });

  test("four copies sent at the same instant make one response, and all get its receipt", async () => {
    for (let round = 0; round < 5; round++) {
      const body = `${text} ${uniqueWord()}`;
      const input = inputOf({ text: body });
      const copies = await Promise.all([1, 2, 3, 4].map(() => submit(input)));
      expect(new Set(copies.map(({ receipt }) => receipt.code)).size).toBe(1);
      expect(await rows("select from response where key = $1", [input.key])).toHaveLength(1);
      expect(await rows("select from contribution where body = $1", [body])).toHaveLength(1);
    }
  });

  test("the same key with something else is a conflict, and leaves the first as it was", async () => {
    const input = inputOf({ text: "La première." });
    await submit(input);
    const other = await submit({ ...input, answers: answered({ place: "DEPARTMENT:29", text: "La seconde." }) });
    expect(other).toEqual({ problems: [{ code: "CONFLICT", field: null, value: null }], receipt: null });
    expect(await rows("select from contribution where body = 'La seconde.'")).toHaveLength(0);
  });

  test("answers in another order, or with blanks around them, are the same response", async () => {
    const input = inputOf({ text, short: "bois" });
    const { receipt } = await submit(input);
    const again = await submit({
      ...input,
      answers: answered({ short: " bois ", text: `${text}\r\n`, place: "DEPARTMENT:29" }),
    });
    expect(again.receipt).toEqual(receipt);
  });

  test("thirty-two newcomers at the same instant are all accepted", async () => {
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => submit(inputOf({ text: `Je suis le ${n}.` }))),
    );
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(answers.map(({ receipt }) => receipt.code)).size).toBe(32);
  });

  test("a retry gets its receipt even when the questionnaire closed in between", async () => {
    const { questionnaire: brief, ids: asked } = await api.questionnaireWith([...placeAndText]);
    const answers = [
      { questionId: asked.place!, value: "REGION:53" },
      { questionId: asked.text!, value: text },
    ];
    const input = { ...inputOf({}), questionnaireId: brief.id, answers };
    const { receipt } = await submit(input);
    await rows("update questionnaire set closes_at = now() - interval '1 day' where id = $1", [brief.id]);
    expect((await submit(input)).receipt).toEqual(receipt);
    expect((await submit({ ...input, key: randomUUID() })).problems).toEqual([
      { code: "NOT_OPEN", field: null, value: null },
    ]);
  });

  test("a questionnaire that repeats takes one response a draft, about what it names", async () => {
    const { questionnaire: repeated, ids: asked } = await api.questionnaireWith(
      [
        { code: "place", type: "TERRITORY" },
        { code: "sector", type: "SINGLE_CHOICE", settings: { options: options("FOOD", "ENERGY") } },
        { code: "text", type: "LONG_TEXT" },
      ],
      { repeats: "sector" },
    );
    const input = (sector?: string) => ({
      ...inputOf({}),
      questionnaireId: repeated.id,
      answers: [
        { questionId: asked.place!, value: "REGION:53" },
        { questionId: asked.text!, value: text },
        ...(sector ? [{ questionId: asked.sector!, value: sector }] : []),
      ],
    });
    expect((await submit(input())).problems).toEqual([
      { code: "REPEAT_KEY_REQUIRED", field: asked.sector, value: null },
    ]);
    const food = input("FOOD");
    expect((await submit(food)).problems).toEqual([]);
    expect((await submit(input("ENERGY"))).problems).toEqual([]);
    expect(await stored(food.key)).toMatchObject({ repeat_key: "FOOD", sectors: ["FOOD"] });
    expect((await submit({ ...input("ENERGY"), key: food.key })).problems[0]!.code).toBe("CONFLICT");
  });
});
