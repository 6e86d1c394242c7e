import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let moderator: Viewer;
let group: string;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  [{ slug: group }] = await api.database.query<[{ slug: string }]>(
    "select slug from working_group order by id limit 1",
  );
});

/** The text as it waits on the desk; undefined where it does not. The newest are the last. */
async function waits({ textId }: { textId: string }) {
  for (let after: string | null = null; ;) {
    const { data }: any = await api.ask(
      `query ($group: String!, $after: String) { group(slug: $group) { curation { items(first: 50, after: $after) {
        nodes { id near { id } proposal { slug } title path } pageInfo { hasNextPage endCursor } } } } }`,
      { group, after },
      moderator,
    );
    const { nodes, pageInfo } = data.group.curation.items;
    const found = nodes.find(({ id }: any) => id === `REACTION:${textId}`);
    if (found || !pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

test("a question about a block of minutes waits on the desk of its group; answered there, it is read under the block", async () => {
  const [block] = await api.database.query<{ id: string; slug: string }[]>(
    `select b.id, m.slug from minutes_block b join minutes n on n.id = b.minutes_id and n.state = 'PUBLISHED'
     join meeting m on m.id = n.meeting_id join working_group g on g.id = m.group_id where g.slug = $1 limit 1`,
    [group],
  );
  const ask = async (kind: string) => {
    const input = {
      key: randomUUID(),
      subject: "MINUTES_BLOCK",
      subjectId: block!.id,
      kind,
      text: "Qui paie, et quand ?",
    };
    const given = await api.ask(
      "mutation ($input: ReactInput!) { react(input: $input) { problems { code } reaction { id } own { code } } }",
      { input },
    );
    return given.data.react;
  };
  const [{ reaction, own }, remark] = [await ask("QUESTION"), await ask("SUPPORT")];
  const name = { kind: "REACTION" as const, textId: reaction.id as string };
  expect(await waits({ ...name, textId: remark.reaction.id })).toBeUndefined();
  expect(await waits(name)).toMatchObject({
    near: null,
    proposal: null,
    path: `/meetings/${block!.slug}#${block!.id}`,
  });
  const answered = await api.ask(
    "mutation ($input: AnswerTextsInput!) { answerTexts(input: $input) { problems { code } count } }",
    { input: { group, texts: [name], reason: "La région, au printemps." } },
    moderator,
  );
  expect(answered.data.answerTexts).toEqual({ problems: [], count: 1 });
  const { data } = await api.ask(
    `query ($slug: String!, $code: String!) { ownReaction(code: $code) { reaction { reply } }
       meeting(slug: $slug) { minutes { blocks { id reactionCounts { question } reactions { id reply } } } } }`,
    { slug: block!.slug, code: own.code },
  );
  const read = data.meeting.minutes.blocks.find(({ id }: any) => id === block!.id);
  expect(read).toMatchObject({ reactionCounts: { question: 1 } });
  expect(read.reactions).toContainEqual({ id: name.textId, reply: "La région, au printemps." });
  expect(data.ownReaction.reaction.reply).toBe("La région, au printemps.");
  expect(await waits(name)).toBeUndefined();
});
