import { expect, test } from "vitest";
import { answeringApi } from "../../../../test/acts/responses.ts";

const api = answeringApi();
const { rows, ask } = api;

test("each consent is withdrawn alone: a response appears no longer, and is told of; or appears, and is told of no more", async () => {
  const one = { followUpEmail: "suite@example.org" };
  const [first, second] = [
    await api.sent({ text: "Sarcelle un." }, { ...one, appearance: "NAMED", authorName: "Sarcelle Nom" }),
    await api.sent({ text: "Sarcelle deux." }, one),
  ];
  const consents = async (code: string) =>
    (
      await ask(`query ($code: String!) { personalData(code: $code) { consents { purpose code } } }`, { code })
    ).data.personalData.consents.map(({ purpose }: { purpose: string }) => purpose);
  expect(await consents(first.code)).toEqual(["FOLLOW_UP", "PUBLICATION"]);
  const { id } = await first.contribution();
  expect((await api.act("unpublishResponse", { code: first.code }, "appearance status authorName")).receipt).toEqual({
    appearance: "UNPUBLISHED",
    status: "UNPUBLISHED",
    authorName: null,
  });
  expect(await consents(first.code)).toEqual(["FOLLOW_UP"]);
  const { data } = await ask(
    `query ($id: ID!) { contribution(id: $id) { id } contributions(filter: { search: "sarcelle" }) { nodes { body } } }`,
    { id },
  );
  expect(data).toEqual({ contribution: null, contributions: { nodes: [{ body: "Sarcelle deux." }] } });
  expect(await rows("select from response where author_name like 'Sarcelle%' and id = $1", [first.id])).toEqual([]);
  // Withdrawn twice is withdrawn once; the team still reads it.
  expect((await api.act("unpublishResponse", { code: first.code })).codes).toEqual([]);
  expect(await rows("select body, status from contribution where id = $1", [id])).toEqual([
    { body: "Sarcelle un.", status: "UNPUBLISHED" },
  ]);
  expect((await api.act("stopFollowUp", { code: second.code })).codes).toEqual([]);
  expect(await consents(second.code)).toEqual(["PUBLICATION"]);
});
