import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { checkedLog } from "./log.queries.ts";

const api = seededApi();
const { act, ways } = heldTexts(api);
let moderator: Viewer;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
});

/** Rulings on texts that carry a link, one after the other. */
async function rule(count: number, outcome = "HIDDEN") {
  const given: string[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await ways.REACTION(`Voyez www.exemple-${randomUUID()}.fr.`);
    const { data } = await api.ask(
      "{ moderationDesk { held(first: 50) { nodes { id kind version } } } }",
      {},
      moderator,
    );
    const text = data.moderationDesk.held.nodes.find((one: any) => one.id.endsWith(id));
    const input = { kind: text.kind, textId: id, version: text.version, outcome, reason: "ADVERTISING" };
    given.push((await act("ruleText", input, "ruling { id }", moderator)).ruling.id);
  }
  return given;
}

describe("the log of moderation", () => {
  test("holds each act in a chain, and no word of a text", async () => {
    const [first] = await rule(3);
    await act("undoRuling", { id: first }, "", moderator);
    const { lines, broken } = await checkedLog(api.database);
    expect({ lines, broken }).toEqual({ lines: 4, broken: null });
    const rows = await api.database.query("select data::text from moderation_log_entry");
    expect(JSON.stringify(rows)).not.toContain("exemple");
  });

  test("grows by one line an act when several moderators rule at once", async () => {
    const before = (await checkedLog(api.database)).lines;
    await Promise.all([rule(2), rule(2), rule(2)]);
    expect(await checkedLog(api.database)).toMatchObject({ lines: before + 6, broken: null });
  });

  test.each([
    [
      "a line that was changed",
      'update moderation_log_entry set data = data || \'{"reason": "INSULT"}\' where number = 2',
      2,
      "CHANGED",
    ],
    ["a line that was taken out", "delete from moderation_log_entry where number = 2", 2, "OUT_OF_PLACE"],
    ["a hash that was made again", "update moderation_log_entry set hash = md5('x') where number = 3", 3, "CHANGED"],
    [
      "a ruling that was changed behind the log",
      "update ruling set outcome = 'SHOWN' where id = (select (data ->> 'rulingId')::uuid from moderation_log_entry where number = 1)",
      1,
      "RULING_CHANGED",
    ],
  ])("finds %s", async (_, change, number, why) => {
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(change);
      expect(await checkedLog({ manager: runner.manager })).toMatchObject({ broken: { number, why } });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
