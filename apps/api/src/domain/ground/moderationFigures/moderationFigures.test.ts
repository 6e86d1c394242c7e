import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();

test("public figures tell months that are over, by reason, and no number under five", async () => {
  await api.database.query("delete from moderation_log_entry");
  const line = (number: number, event: string, data: object, day: string) =>
    api.database.query(
      "insert into moderation_log_entry (number, event, data, recorded_on, previous, hash) values ($1, $2, $3, $4, '', $5)",
      [number, event, data, day, randomUUID()],
    );
  const [{ past, now }] = await api.database.query(
    "select (date_trunc('month', current_date) - interval '10 days')::date::text as past, current_date::text as now",
  );
  let number = 0;
  const hide = async (reason: string, count: number, day: string) => {
    for (let n = 0; n < count; n++) await line(++number, "ruling.given", { outcome: "HIDDEN", reason }, day);
  };
  await hide("INSULT", 6, past);
  await hide("PERSON", 2, past);
  await hide("INSULT", 9, now);
  await line(++number, "appeal.made", {}, past);
  const { data } = await api.ask(
    "{ moderationFigures { logLines months { month shown masked hidden { reason count } appeals restored } } }",
  );
  expect(data.moderationFigures.logLines).toBe(number);
  expect(data.moderationFigures.months).toEqual([
    {
      month: past.slice(0, 7),
      shown: 0,
      masked: 0,
      hidden: expect.arrayContaining([
        { reason: "INSULT", count: 6 },
        { reason: "PERSON", count: null },
      ]),
      appeals: null,
      restored: 0,
    },
  ]);
});
