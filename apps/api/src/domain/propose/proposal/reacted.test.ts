import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";

const api = seededApi();

/** A word that nobody wrote yet, and no telephone number: those wait to be looked at. */
const word = () => randomUUID().replaceAll(/\d/g, "o");

async function react(input: object) {
  const said = { key: randomUUID(), subject: "PROPOSAL", kind: "QUALIFY", text: `Mot ${word()}`, ...input };
  const { data, errors } = await api.ask(
    "mutation ($input: ReactInput!) { react(input: $input) { problems { code field } reaction { id ofPart } own { code } } }",
    { input: said },
    undefined,
    { device: () => "one" },
  );
  expect(errors).toBeUndefined();
  return { said, ...data.react } as { said: object; problems: object[]; reaction: any; own: { code: string } };
}

const read = async () =>
  (await api.ask(`{ proposal(slug: "proposition-1") { statements { part } reactions { id ofPart } } }`)).data.proposal;

test("a reaction to a proposal may speak of a part that says something; it counts once as one to the whole, and no part is counted", async () => {
  const [{ id: subjectId }] = await api.database.query("select id from proposal where number = 1");
  const counted = async () =>
    (
      await api.database.query<[{ n: number }]>(
        "select coalesce(sum(n), 0)::int as n from tally where subject_id = $1 and figure = 'reactions.QUALIFY'",
        [subjectId],
      )
    )[0].n;
  const before = await counted();
  const { statements } = await read();
  const parts = new Set(statements.map(({ part }: { part: string }) => part));
  expect(parts).toContain("PROBLEM");
  const empty = ["PROBLEM", "MEASURE", "ARGUMENT", "EFFECT", "COST", "LIMIT"].find((part) => !parts.has(part))!;

  const first = await react({ subjectId, ofPart: "PROBLEM" });
  expect([first.problems, first.reaction.ofPart]).toEqual([[], "PROBLEM"]);
  expect((await react(first.said)).reaction).toEqual(first.reaction);
  expect((await react({ ...first.said, ofPart: "MEASURE" })).problems).toEqual([{ code: "CONFLICT", field: null }]);
  const whole = await react({ subjectId });
  expect(whole.reaction.ofPart).toBeNull();
  for (const refused of [
    { subjectId, ofPart: empty },
    { subject: "AMENDMENT", subjectId: randomUUID(), ofPart: "PROBLEM" },
  ])
    expect((await react(refused)).problems).toMatchObject([{ field: refused.subject ? "subjectId" : "ofPart" }]);
  const [{ id: contribution }] = await api.database.query(
    "select id from contribution where status = 'VISIBLE' limit 1",
  );
  expect((await react({ subject: "CONTRIBUTION", subjectId: contribution, ofPart: "PROBLEM" })).problems).toEqual([
    { code: "UNKNOWN_CHOICE", field: "ofPart" },
  ]);

  const now = await read();
  expect(now.reactions).toEqual(expect.arrayContaining([first.reaction, whole.reaction]));
  // One device is one person, whatever parts it speaks of.
  expect(await counted()).toBe(before + 1);
  const figures = await api.database.query("select distinct figure from tally where subject_id = $1", [subjectId]);
  expect(figures.filter(({ figure }: { figure: string }) => /PROBLEM/.test(figure))).toEqual([]);
});

test("the part that a reaction speaks of is told to its author, by their link, and to the moderators who read it", async () => {
  const [{ id: subjectId }] = await api.database.query("select id from proposal where number = 1");
  // A link, so that it waits.
  const text = "Lisez https://example.org/problem avant.";
  const [of, whole] = [await react({ subjectId, ofPart: "PROBLEM", text }), await react({ subjectId, text })];
  const own = async (code: string) =>
    (await api.ask("query ($code: String!) { ownReaction(code: $code) { reaction { ofPart } } }", { code })).data
      .ownReaction.reaction.ofPart;
  expect([await own(of.own.code), await own(whole.own.code)]).toEqual(["PROBLEM", null]);
  const moderator = await holderOf(api.database, "MODERATOR");
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id kind ofPart } } } }", {}, moderator);
  const partOf = ({ reaction }: { reaction: { id: string } }) =>
    data.moderationDesk.held.nodes.find(({ id }: { id: string }) => id === `REACTION:${reaction.id}`)?.ofPart;
  expect([partOf(of), partOf(whole)]).toEqual(["PROBLEM", null]);
});
