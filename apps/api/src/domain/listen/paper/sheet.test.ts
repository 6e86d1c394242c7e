import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { dayFromNow, paperApi } from "../../../../test/acts/paper.ts";
import { visitor } from "../../../platform/viewer.ts";

const api = paperApi();
const { act, people, print, rows } = api;
const questionnaireId = () => api.sheetOf().questionnaireId;
const slug = async () => (await rows("select slug from questionnaire where id = $1", [questionnaireId()]))[0].slug;

describe("printing sheets", () => {
  test("forty sheets printed at once bear forty different codes, of eighty bits", async () => {
    const sheets = await print(40);
    expect(sheets.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(new Set(sheets.map(({ code }) => code)).size).toBe(40);
    for (const { code } of sheets) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
  });

  test("no code is stored, in a sheet or in the journal", async () => {
    const [sheet] = await print(1);
    const kept = JSON.stringify([await rows("select * from sheet"), await rows("select * from journal_entry")]);
    expect(kept).not.toContain(sheet!.code);
    expect(kept).not.toContain(sheet!.code.replaceAll("-", ""));
  });

  test("each printing takes the next name, and a retry prints nothing more", async () => {
    const input = { key: randomUUID(), questionnaireId: questionnaireId(), count: 3 };
    const one = await act("printSheets", input, "batch { batch count entered viewerCan { print } }", people.breton);
    const again = await act("printSheets", input, "batch { batch count }", people.breton);
    expect(one.batch).toMatchObject({ count: 3, entered: 0, viewerCan: { print: true } });
    expect(again.batch.batch).toBe(one.batch.batch);
    const more = await act("printSheets", { ...input, count: 4 }, "batch { batch }", people.breton);
    expect(more.problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
    const next = await act("printSheets", { ...input, key: randomUUID() }, "batch { batch }", people.breton);
    expect(Number(next.batch.batch)).toBe(Number(one.batch.batch) + 1);
  });

  test("between one and two hundred at once, and said so", async () => {
    for (const count of [0, 201, -3]) {
      const input = { key: randomUUID(), questionnaireId: questionnaireId(), count };
      expect((await act("printSheets", input, "batch { batch }", people.breton)).problems).toEqual([
        { code: "OUT_OF_RANGE", field: "count", value: "1–200" },
      ]);
    }
  });

  test("past five hundred printings, that the list is full", async () => {
    await rows(
      `insert into sheet (questionnaire_id, code_digest, batch, number, printed_on, key)
       select $1, 'full-' || n, 'full-' || n, 1, current_date, 'full-' || n from generate_series(1, 500) n`,
      [questionnaireId()],
    );
    const input = { key: randomUUID(), questionnaireId: questionnaireId(), count: 1 };
    expect((await act("printSheets", input, "batch { batch }", people.breton)).problems).toEqual([
      { code: "LIST_FULL", field: null, value: "500" },
    ]);
    await rows("delete from sheet where key like 'full-%'");
  });

  test("keeps what is announced from being a draft again: the sheets ask what they ask", async () => {
    await print(2);
    const [{ count }] = await rows("select count(*)::int from sheet where questionnaire_id = $1", [questionnaireId()]);
    const open = (when: string) =>
      rows(`update questionnaire set opens_at = now() ${when} where id = $1`, [questionnaireId()]);
    await open("+ interval '1 hour'");
    const input = { id: questionnaireId() };
    const { problems } = await act("unpublishQuestionnaire", input, "composedQuestionnaire { id }", people.facilitator);
    expect(problems).toEqual([{ code: "SHEETS_PRINTED", field: null, value: String(count) }]);
    await open("- interval '1 day'");
  });

  test("codes are told to whoever printed them, the same day, and to nobody else", async () => {
    const [sheet] = await print(1, people.breton);
    const read = async (viewer = people.breton) =>
      (
        await api.ask(
          `query ($slug: String!, $batch: String!) { paperDesk(slug: $slug) { sheets(batch: $batch) { code } } }`,
          { slug: await slug(), batch: sheet!.batch },
          viewer,
        )
      ).data.paperDesk.sheets;
    expect(await read()).toEqual([{ code: sheet!.code }]);
    expect(await read(people.facilitator)).toEqual([{ code: null }]);
    await rows("update sheet set printed_on = $1 where batch = $2", [dayFromNow(-1), sheet!.batch]);
    expect(await read()).toEqual([{ code: null }]);
  });

  test("a printing is in the journal of its questionnaire, with the batch and the number of sheets", async () => {
    const [sheet] = await print(2);
    const [entry] = await rows(
      "select subject_id, actor_id, data from journal_entry where event = 'sheet.printed' and data ->> 'batch' = $1",
      [sheet!.batch],
    );
    expect(entry).toEqual({
      subject_id: questionnaireId(),
      actor_id: people.facilitator.id,
      data: { batch: sheet!.batch, count: 2 },
    });
  });

  test("nothing is printed of a draft, nor once paper is no longer taken", async () => {
    const late = await api.closed(new Date(Date.now() - 9 * 86_400_000));
    const draft = await api.questionnaireWith([{ code: "place", type: "TERRITORY" }], { publishedAt: null });
    for (const { questionnaire } of [late, draft]) {
      const input = { key: randomUUID(), questionnaireId: questionnaire.id, count: 1 };
      const { problems } = await act("printSheets", input, "batch { batch }", people.facilitator);
      expect(problems[0]?.code).toBe("NOT_NOW");
    }
  });

  test("the desk of paper is for referents and facilitators", async () => {
    const asked = async (viewer = visitor) =>
      api.ask(`query ($slug: String!) { paperDesk(slug: $slug) { id } }`, { slug: await slug() }, viewer);
    expect((await asked()).data?.paperDesk ?? null).toBeNull();
    expect((await asked(people.breton)).data.paperDesk.id).toBe(questionnaireId());
    expect((await asked(people.facilitator)).data.paperDesk.id).toBe(questionnaireId());
  });
});
