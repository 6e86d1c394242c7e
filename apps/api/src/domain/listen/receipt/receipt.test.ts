import { describe, expect, test } from "vitest";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";

const api = answeringApi();
const { ids, inputOf, rows, stored, submit } = api;

describe("the receipt", () => {
  const read = async (code: string, fields: string) =>
    (await api.ask(`query ($code: String!) { receipt(code: $code) { ${fields} } }`, { code })).data.receipt;

  test("tells the whole response to whoever holds its code, however it is typed", async () => {
    const fields = `code authorName appearance channel status progress readBefore discussedAt rankInRegion
      territory { slug } region { slug } questionnaire { slug }
      contributions { body } closedAnswers { question { code } words }`;
    const input = inputOf(
      {
        text,
        sectors: ["ENERGY", "OTHER"],
        [`${ids.sectors}-other`]: "l’eau",
        grid: { b: "2", a: "1" },
        rank: ["z", "x"],
        score: 4,
        short: "bois",
      },
      { appearance: "NAMED", authorName: "Jeanne" },
    );
    const { receipt } = await submit(input, fields);
    expect(receipt).toMatchObject({
      authorName: "Jeanne",
      channel: "ONLINE",
      status: "VISIBLE",
      progress: "RECEIVED",
      readBefore: null,
      discussedAt: null,
      territory: { slug: "finistere" },
      region: { slug: "bretagne" },
      contributions: [{ body: text }],
      closedAnswers: [
        { question: { code: "sectors" }, words: ["« ENERGY »", "« OTHER »\u00A0: l’eau"] },
        { question: { code: "short" }, words: ["bois"] },
        { question: { code: "grid" }, words: ["« a »\u00A0: « 1 »", "« b »\u00A0: « 2 »"] },
        { question: { code: "rank" }, words: ["« z »", "« x »"] },
        { question: { code: "score" }, words: ["4/5"] },
      ],
    });
    for (const typed of [
      receipt.code.toLowerCase(),
      receipt.code.replaceAll("-", " "),
      receipt.code.replaceAll("0", "o").replaceAll("1", "l"),
    ])
      expect(await read(typed, fields)).toEqual(receipt);
  });

  test("an unknown code is no receipt, and says nothing more", async () => {
    for (const code of ["", "0000-0000-0000-0000", "x".repeat(5000), "'; drop table response; --", "é\0"])
      expect(await read(code, "code")).toBeNull();
  });

  test("neither the code nor the secret is stored in clear", async () => {
    const input = inputOf({ text });
    const { receipt } = await submit(input);
    const kept = JSON.stringify([await stored(input.key), await rows("select * from journal_entry")]);
    expect(kept).not.toContain(receipt.code);
    expect(kept).not.toContain(receipt.code.replaceAll("-", ""));
  });

  test("tells how many came from its region, never before five are told together: nobody learns where one came from", async () => {
    const { questionnaire: other, ids: asked } = await api.questionnaireWith([...placeAndText]);
    const send = async (place: string) => {
      const answers = [
        { questionId: asked.place!, value: place },
        { questionId: asked.text!, value: text },
      ];
      return (await submit({ ...inputOf({}), questionnaireId: other.id, answers }, "code rankInRegion")).receipt;
    };
    const mine = await send("DEPARTMENT:29");
    let before = mine.rankInRegion;
    expect(before).toBe(1);
    const steps: number[] = [];
    for (let sent = 0; sent < 14; sent++) {
      await send(sent % 2 ? "REGION_2012:53" : "DEPARTMENT:29");
      const { rankInRegion } = (await read(mine.code, "rankInRegion")) as { rankInRegion: number };
      if (rankInRegion !== before) steps.push(rankInRegion - before);
      before = rankInRegion;
    }
    expect(steps.length).toBeGreaterThan(0);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(4);
  });

  test("the same words are not said twice: how one was cited is answered once, then changed", async () => {
    const { receipt } = await submit(inputOf({ text }), "code contributions { id }");
    const other = await submit(inputOf({ text }), "code");
    const [passage] = await rows(
      `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at)
       values ($1, 0, 16, 'Un circuit court', now()) returning id`,
      [receipt.contributions[0].id],
    );
    const review = async (code: string, verdict: string, said: string | null, passageId = passage.id) =>
      (
        await api.ask(
          `mutation ($input: ReviewCitationInput!) { reviewCitation(input: $input) { problems { code field } passage { id } } }`,
          { input: { code, passageId, verdict, text: said } },
        )
      ).data.reviewCitation;
    expect(await review(receipt.code, "DISTORTED", "Je disais l’inverse.")).toEqual({
      problems: [],
      passage: { id: passage.id },
    });
    expect((await review(receipt.code, "FAITHFUL", null)).problems).toEqual([]);
    expect(await read(receipt.code, "citationReviews { passageId verdict text }")).toEqual({
      citationReviews: [{ passageId: passage.id, verdict: "FAITHFUL", text: null }],
    });
    expect((await review(other.receipt.code, "DISTORTED", "")).problems).toEqual([
      { code: "GONE", field: "passageId" },
    ]);
    expect((await review("0000-0000-0000-0000", "DISTORTED", "")).problems).toEqual([
      { code: "UNKNOWN_RECEIPT", field: "code" },
    ]);
    expect((await review(receipt.code, "TO_QUALIFY", "x".repeat(1001))).problems).toEqual([
      { code: "TOO_LONG", field: "text" },
    ]);
    expect((await review(receipt.code, "FAITHFUL", null, "nothing")).problems).toEqual([
      { code: "GONE", field: "passageId" },
    ]);
  });
});
