import { expect, it } from "vitest";
import { composingApi } from "../../../../test/acts/composing.ts";
import { labels, openedIn } from "../../../../test/acts/opened.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { receiptCode, receiptDigest } from "../response/codes.ts";

const api = composingApi();
const { rows } = api;
const { open } = openedIn(api);

it("an answer that is now only counted leaves the desks where it was read; its author still reads it", async () => {
  const asked = await open();
  const body = "Parce que je le vis.";
  const response = await asked.answer({ [labels.text]: body });
  const [{ id }] = await rows("select id from contribution where response_id = $1", [response]);
  const rapporteur = viewerOf({ ...api.team[0]! }, [
    { role: "RAPPORTEUR", groupId: api.small.group.id, territoryId: null },
  ]);
  const atTheDesk = async () =>
    (
      await api.ask(
        `query ($id: ID!) { readingDesk { toRead contribution(id: $id) { contribution { body } }
             queue { totalCount nodes { id } } } }`,
        { id },
        rapporteur,
      )
    ).data.readingDesk;
  const before = await atTheDesk();
  expect(before.contribution).toEqual({ contribution: { body } });
  const marking = { contributionId: id, startsAt: 0, endsAt: 9, newKeyPoint: "On le vit.", objective: "objectif-1" };
  const marked = await api.ask(
    "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { passage { id } keyPoint { id } } }",
    { input: marking },
    rapporteur,
  );
  const { passage, keyPoint } = marked.data.markPassage;
  expect((await asked.edit(labels.text, { visibility: "AGGREGATED" })).problems).toEqual([]);

  const after = await atTheDesk();
  expect(after.contribution).toBeNull();
  expect(after.queue.nodes).not.toContainEqual({ id });
  const everything = await api.ask(
    "{ readingDesk { toRead(filter: { unread: false }) queue(filter: { unread: false }, first: 100) { nodes { id } } } }",
    {},
    rapporteur,
  );
  expect(everything.data.readingDesk.queue.nodes).not.toContainEqual({ id });
  const unmarked = await api.ask(
    "mutation ($input: UnmarkPassageInput!) { unmarkPassage(input: $input) { problems { code } contribution { body } } }",
    { input: { passageId: passage.id, keyPointId: keyPoint.id } },
    rapporteur,
  );
  expect(unmarked.data.unmarkPassage).toEqual({ problems: [], contribution: null });
  await rows("update response set receipt_digest = $2 where id = $1", [response, receiptDigest(response)]);
  const own = await api.ask("query ($code: String!) { receipt(code: $code) { contributions { body } } }", {
    code: receiptCode(response),
  });
  expect(own.data.receipt.contributions).toEqual([{ body }]);
});
