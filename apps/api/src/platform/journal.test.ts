import { expect, test } from "vitest";
import { testApi } from "../../test/site/api.ts";
import { recorder } from "./journal.ts";
import { visitor } from "./viewer.ts";

const api = testApi();

test("an act is of the day that it is where the groups are: half past midnight in Paris is not the day before", async () => {
  const { manager: db } = api.database;
  for (const instant of ["2026-07-01T22:30:00Z", "2026-12-01T23:30:00Z", "2026-12-01T22:30:00Z"])
    await recorder(db, visitor, new Date(instant))("retention.purged", null, { instant });
  const kept = `select data->>'instant' as at, recorded_on::text as day from journal_entry
    where event = 'retention.purged' order by recorded_on, at`;
  expect(await db.query(kept)).toEqual([
    { at: "2026-07-01T22:30:00Z", day: "2026-07-02" },
    { at: "2026-12-01T22:30:00Z", day: "2026-12-01" },
    { at: "2026-12-01T23:30:00Z", day: "2026-12-02" },
  ]);
});
