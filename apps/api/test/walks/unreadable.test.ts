/** An object that somebody may not read answers each act and page that are open to all as one that does not exist. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { trying } from "../acts/acting.ts";
import { walkedApi } from "../site/demo.ts";
import { personWith, signedIn } from "../site/people.ts";

const api = walkedApi();
const attempt = trying(api);

const openProposal = "(select id from proposal where state = 'OPEN' order by number limit 1)";
const bretagne = "(select id from territory where slug = 'bretagne')";
const person = "(select id from person order by id limit 1)";
/** Hides one of a table, of those that stand so. */
const one = (table: string, change: string, of = "true") =>
  `update ${table} set ${change} where id = (select id from ${table} where ${of} order by id limit 1)`;
const amendment = (
  status: string,
) => `insert into amendment (key, proposal_id, part, text, why, status, state, proposed_on, code_digest)
  values ('${status}', ${openProposal}, 'MEASURE', 'Une mesure.', 'Oui.', '${status}', 'PROPOSED', now(), '${status}')`;

/** Statements that make things that nobody may read, one after the other; each answers the id of its own. */
const hiding = {
  heldText: one("contribution", "status = 'HELD'", "status = 'VISIBLE'"),
  hiddenText: one("contribution", "status = 'HIDDEN'", "status = 'VISIBLE'"),
  keptText: one("contribution", "status = 'UNPUBLISHED'", "status = 'VISIBLE'"),
  argument: `with text as (insert into contribution (theme_id, channel, body, status, appearance, contributed_on)
      select theme_id, 'ONLINE', 'Oui.', 'HELD', 'ANONYMOUS', now() from working_group limit 1 returning id)
    insert into supply (contribution_id, proposal_id, slot, key, digest, code_digest)
    select id, ${openProposal}, 'FOR', 'x', 'x', 'x' from text`,
  draftDocument: one("document", "version = 0", "version > 0"),
  hiddenDocument: one("document", "status = 'HIDDEN'", "version > 0"),
  draftMinutes: one("minutes", "state = 'DRAFT'", "state = 'PUBLISHED'"),
  draftBlock: `insert into minutes_block (minutes_id, position, kind, text)
    select id, 90, 'DECISION', 'x' from minutes where state = 'DRAFT' limit 1`,
  readOver: one("minutes", "state = 'IN_REVIEW', review_until = current_date + 9", "state = 'PUBLISHED'"),
  quote: `insert into minutes_block (minutes_id, position, kind, text)
    select id, 90, 'QUOTE', 'x' from minutes where state = 'IN_REVIEW' limit 1`,
  heldAmendment: amendment("HELD"),
  hiddenAmendment: amendment("HIDDEN"),
  heldInitiative: one("initiative", "status = 'HELD'", "status = 'VISIBLE'"),
  draftProposal: one("proposal", "state = 'DRAFT'", "state = 'DRAFT'"),
  draftStatement: one("statement", "text = 'x'", "proposal_id in (select id from proposal where state = 'DRAFT')"),
  workingPoint: one("key_point", "state = 'WORKING', stated_on = null", "state = 'STATED'"),
  draftSynthesis: one("synthesis", "state = 'DRAFT'", "state <> 'DRAFT'"),
  draftVersion: one(
    "synthesis_version",
    "state = 'DRAFT'",
    "synthesis_id in (select id from synthesis where state = 'DRAFT')",
  ),
  draftParagraph: one(
    "synthesis_paragraph",
    "text = 'x'",
    "version_id in (select id from synthesis_version where state = 'DRAFT')",
  ),
  heldReaction: one("reaction", "status = 'HELD'", "status = 'VISIBLE'"),
  heldExchange: `insert into exchange (group_id, direction, kind, title, text, sector, territory_id, author_id, posted_on, expires_on, status)
    select id, 'OFFER', 'EQUIPMENT', 'x', 'x', 'FOOD', ${bretagne}, ${person}, now(), now() + interval '9 days', 'HELD' from working_group limit 1`,
  hiddenExchange: `with hidden as (insert into exchange (group_id, direction, kind, title, text, sector, territory_id, author_id,
      posted_on, expires_on, status, status_reason)
      select id, 'OFFER', 'EQUIPMENT', 'x', 'x', 'FOOD', ${bretagne}, ${person}, now(), now() + interval '9 days', 'HIDDEN', 'x'
      from working_group limit 1 returning id, group_id)
    insert into ruling (kind, text_id, group_id, outcome, reason, ruled_by_id, ruled_at, was, former)
    select 'EXCHANGE', id, group_id, 'HIDDEN', 'INSULT', ${person}, now(), 'HELD', '{}' from hidden`,
  draftMeeting: `insert into meeting (slug, group_id, kind, title, starts_at, place, draft)
    select 'x', id, 'NATIONAL', 'x', now() + interval '9 days', 'x', true from working_group limit 1`,
  hiddenOrganisation: `insert into organisation (slug, likeness, name, kind, about, status, state, registered_on)
    values ('x', 'x', 'x', 'SCIC', 'x', 'HIDDEN', 'CONFIRMED', now())`,
  hiddenPosition: `insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on, status)
    values ('x', ${openProposal}, 'MINORITY', 'x', ${bretagne}, ${person}, now(), 'HIDDEN')`,
};
/** Ids answered by an act, if not that of the row that is written last. */
const answers: Record<string, string> = { argument: "contribution_id as id", hiddenExchange: "text_id as id" };
type Hidden = keyof typeof hiding;
const ids = {} as Record<Hidden, string>;
let somebody: Viewer;
let open: { proposalId: string; meetingId: string };

beforeAll(async () => {
  const idOf = async (text: string) => {
    const found: { id: string }[] | [{ id: string }[]] = await api.database.query(text);
    return (found.flat()[0] as { id: string }).id;
  };
  for (const [name, text] of Object.entries(hiding))
    ids[name as Hidden] = await idOf(`${text} returning ${answers[name] ?? "id"}`);
  open = {
    proposalId: await idOf(`select ${openProposal} as id`),
    meetingId: await idOf(
      "select id from meeting where starts_at > now() and not draft and cancelled_reason is null limit 1",
    ),
  };
  somebody = await signedIn(api.database, await personWith(api.database, []));
});

const key = randomUUID;
const react = (subject: string) => (id: string) => ({
  key: key(),
  subject,
  subjectId: id,
  kind: "COMPLETE",
  text: "Oui.",
});
const ask = (subject: string) => (id: string) => ({
  key: key(),
  meetingId: open.meetingId,
  text: "Le quai.",
  subject,
  subjectId: id,
});
const report = (kind: string) => (id: string) => ({ kind, textId: id, reason: "INSULT" });
const watch = (kind: string) => (id: string) => ({ kind, id, pace: "DAILY", language: "fr", email: "a@example.org" });
const why = { text: "Une phrase tout autre.", why: "Parce que." };
const supply = { slot: "FOR", text: "Oui.", territory: "bretagne", appearance: "ANONYMOUS" };
type Asked = [act: string, name: Hidden, input: (id: string) => object, byAccount?: boolean];

const subjects: [string, Hidden[]][] = [
  ["CONTRIBUTION", ["heldText", "hiddenText", "keptText"]],
  ["DOCUMENT", ["draftDocument", "hiddenDocument"]],
  ["MINUTES", ["draftMinutes"]],
  ["MINUTES_BLOCK", ["draftBlock", "quote"]],
  ["AMENDMENT", ["heldAmendment", "hiddenAmendment"]],
  ["INITIATIVE", ["heldInitiative"]],
  ["PROPOSAL", ["draftProposal"]],
  ["KEY_POINT", ["workingPoint"]],
  ["SYNTHESIS", ["draftSynthesis"]],
  ["SYNTHESIS_PARAGRAPH", ["draftParagraph"]],
];
const reported: [string, Hidden[]][] = [
  ["CONTRIBUTION", ["heldText", "hiddenText", "keptText", "argument"]],
  ["SUPPLY", ["argument"]],
  ["REACTION", ["heldReaction"]],
  ["AMENDMENT", ["heldAmendment", "hiddenAmendment"]],
  ["INITIATIVE", ["heldInitiative"]],
  ["EXCHANGE", ["heldExchange"]],
  ["ORGANISATION", ["hiddenOrganisation"]],
  ["DOCUMENT", ["draftDocument", "hiddenDocument"]],
  ["MINORITY_POSITION", ["hiddenPosition"]],
];
const acts: Asked[] = [
  ...subjects.flatMap(([kind, names]) =>
    names.flatMap((name): Asked[] => [
      ["react", name, react(kind)],
      ["askForAgenda", name, ask(kind)],
    ]),
  ),
  ...reported.flatMap(([kind, names]) => names.map((name): Asked => ["reportText", name, report(kind)])),
  ["watch", "draftProposal", watch("PROPOSAL")],
  ["watch", "draftMeeting", watch("MEETING")],
  [
    "attend",
    "draftMeeting",
    (meetingId) => ({ key: key(), meetingId, language: "fr", said: { channel: "ROOM", needs: [] } }),
  ],
  ["askForAgenda", "draftMeeting", (meetingId) => ({ key: key(), meetingId, text: "Le quai." })],
  ["proposeAmendment", "draftProposal", (proposalId) => ({ key: key(), proposalId, part: "MEASURE", ...why })],
  [
    "proposeAmendment",
    "draftStatement",
    (statementId) => ({ key: key(), proposalId: open.proposalId, statementId, ...why }),
  ],
  ["supplyProposal", "draftProposal", (proposalId) => ({ key: key(), proposalId, ...supply })],
  ["rateArgument", "argument", (contributionId) => ({ contributionId, use: "HELPS" })],
  ["signMinorityPosition", "hiddenPosition", (id) => ({ id, sign: true, name: "Ana" }), true],
  [
    "attachMinorityPosition",
    "draftProposal",
    (proposalId) => ({ key: key(), proposalId, text: "Non.", name: "Ana" }),
    true,
  ],
  [
    "attachMinorityPosition",
    "draftSynthesis",
    (synthesisId) => ({ key: key(), synthesisId, text: "Non.", name: "Ana" }),
    true,
  ],
  ["askIntroduction", "heldExchange", (exchangeId) => ({ id: key(), exchangeId, text: "Bonjour.", name: "Ana" }), true],
  ["closeExchange", "heldExchange", (id) => ({ id, close: true }), true],
  ["askToJoinOrganisation", "hiddenOrganisation", (id) => ({ id, name: "Ana" }), true],
  ["leaveOrganisation", "hiddenOrganisation", (id) => ({ id }), true],
];

test.each(acts)("%s on %s answers as on nothing", async (act, name, input, byAccount) => {
  const answer = async (id: string) => {
    const { payload, code } = await attempt(act, input(id), "", byAccount ? somebody : visitor);
    return { payload, code };
  };
  const none = await answer(randomUUID());
  // To leave what is not there is done already; anything else is refused for that, and not for its words.
  const refused = none.code ?? none.payload.problems[0]?.code ?? act;
  expect(["GONE", "NOT_FOUND", "NOT_OPEN", "leaveOrganisation"]).toContain(refused);
  expect(await answer(ids[name])).toEqual(none);
});

const pages: [string, Hidden[]][] = [
  ["contribution(id: $id) { id status }", ["heldText", "keptText", "argument"]],
  ["exchange(id: $id) { id status }", ["heldExchange", "hiddenExchange"]],
  ["amendment(id: $id) { id status }", ["heldAmendment"]],
  ["keyPoint(id: $id) { id state }", ["workingPoint"]],
  ["watchable(kind: PROPOSAL, id: $id) { id title }", ["draftProposal"]],
  ["watchable(kind: MEETING, id: $id) { id title }", ["draftMeeting"]],
];
test.each(pages)("%s answers nothing of %s", async (query, names) => {
  for (const name of names) {
    const { data, errors } = await api.ask(`query ($id: ID!) { ${query} }`, { id: ids[name] });
    expect([name, errors, Object.values(data)]).toEqual([name, undefined, [null]]);
  }
});
