import { expect, test } from "vitest";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = answeringApi();
const { act, ask, inputOf, receipt, rows, stored, submit } = api;

async function somebody() {
  const [{ id }] = await rows("insert into person (display_name) values ('Quelqu’un') returning id");
  return viewerOf({ id, displayName: "Quelqu’un", language: "fr" }, []);
}

async function sent(more: object = {}) {
  const input = inputOf({ text }, more);
  const { receipt: given } = await submit(input);
  return { code: given.code as string, id: (await stored(input.key)).id as string };
}

const mine = async (viewer?: Parameters<typeof ask>[2]) =>
  (await ask("{ viewer { responses { code progress questionnaire { title } } } }", {}, viewer)).data.viewer;

test("somebody puts a response among those of their account, code in hand, and finds it there", async () => {
  const me = await somebody();
  const { code } = await sent();
  expect(await receipt(code, "claimed viewerCan { claim }", me)).toEqual({
    claimed: false,
    viewerCan: { claim: true },
  });
  const fields = "claimed viewerCan { claim unclaim }";
  expect((await act("claimResponse", { code }, fields, me)).receipt).toEqual({
    claimed: true,
    viewerCan: { claim: false, unclaim: true },
  });
  expect(await mine(me)).toEqual({
    responses: [{ code, progress: "RECEIVED", questionnaire: { title: "Un questionnaire" } }],
  });
  expect(await mine(await somebody())).toEqual({ responses: [] });
});

test("it takes an account, and the code", async () => {
  const { code } = await sent();
  expect((await act("claimResponse", { code })).error).toBe("UNAUTHENTICATED");
  expect((await receipt(code, "viewerCan { claim unclaim }")).viewerCan).toEqual({ claim: false, unclaim: false });
  const me = await somebody();
  expect((await act("claimResponse", { code: "0000-0000-0000-0000" }, "code", me)).codes).toEqual(["UNKNOWN_RECEIPT"]);
});

test("once claimed it is nobody else’s to claim, nor to let go of", async () => {
  const [me, other] = [await somebody(), await somebody()];
  const { code } = await sent();
  for (let times = 0; times < 2; times++)
    expect((await act("claimResponse", { code }, "claimed", me)).receipt).toEqual({ claimed: true });
  expect((await act("claimResponse", { code }, "claimed", other)).codes).toEqual(["ALREADY_CLAIMED"]);
  expect((await act("unclaimResponse", { code }, "claimed", other)).error).toBe("FORBIDDEN");
  expect((await mine(me)).responses).toHaveLength(1);
  for (let times = 0; times < 2; times++)
    expect((await act("unclaimResponse", { code }, "claimed", me)).receipt).toEqual({ claimed: false });
  expect((await act("claimResponse", { code }, "claimed", other)).receipt).toEqual({ claimed: true });
});

test("the journal keeps no link between an account and a response", async () => {
  const me = await somebody();
  const { code, id } = await sent();
  await act("claimResponse", { code }, "code", me);
  await act("unclaimResponse", { code }, "code", me);
  const entries = await rows("select event, actor_id, recorded_at, data from journal_entry where subject_id = $1", [
    id,
  ]);
  expect(entries).toHaveLength(3);
  expect(JSON.stringify(entries)).not.toContain(me.id);
  for (const entry of entries) expect(entry).toMatchObject({ actor_id: null, recorded_at: null });
});

test("a response to an anonymous questionnaire cannot be claimed, and the refusal says why", async () => {
  const { questionnaire, ids } = await api.questionnaireWith([...placeAndText], { anonymous: true });
  const answers = [
    { questionId: ids.place, value: "DEPARTMENT:29" },
    { questionId: ids.text, value: text },
  ];
  const { code } = await sent({ questionnaireId: questionnaire.id, answers });
  const me = await somebody();
  expect((await act("claimResponse", { code }, "claimed", me)).codes).toEqual(["ANONYMOUS_ONLY"]);
  expect((await receipt(code, "viewerCan { claim }", me)).viewerCan.claim).toBe(false);
});

test("a code that was on paper, seen by somebody else, claims nothing", async () => {
  const me = await somebody();
  const { code, id } = await sent();
  await rows("update response set entered_by_id = $2 where id = $1", [id, me.id]);
  expect((await act("claimResponse", { code }, "claimed", me)).codes).toEqual(["READING_ONLY"]);
});

test("a visitor is told of nobody’s responses", async () => {
  expect((await ask("{ viewer { responses { code } } }")).data.viewer).toBeNull();
});
