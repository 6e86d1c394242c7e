import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addressKey, quotas } from "../../src/platform/server/quota.ts";
import { seededApi } from "../site/demo.ts";
import { rights } from "@cahier/schema/rights";
import { proposedSheet } from "../acts/initiatives.ts";
import { uniqueWord } from "../site/uniqueWord.ts";
import { acting } from "../acts/acting.ts";

const api = seededApi();
const known: Record<string, string> = {};

beforeAll(async () => {
  const one = async (name: string, text: string) =>
    (known[name] = (await api.database.query<[{ value: string } | [{ value: string }]]>(text)).flat()[0]!.value);
  await one("contribution", "select id as value from contribution where status = 'VISIBLE' order by id");
  await one("proposal", "select id as value from proposal where number = 2");
  await one(
    "statement",
    "select id as value from statement where proposal_id = (select id from proposal where number = 2)",
  );
  await one("questionnaire", "select id as value from questionnaire where slug = 'questionnaire-4'");
  await one("repeat", `select repeat_question_id as value from questionnaire where id = '${known.questionnaire}'`);
  await one(
    "repeatKey",
    `select repeat_key as value from response where questionnaire_id = '${known.questionnaire}' and repeat_key <> ''`,
  );
  await one(
    "territory",
    `select id as value from question where type = 'TERRITORY' and questionnaire_id = '${known.questionnaire}'`,
  );
  await one(
    "text",
    `select id as value from question where type = 'LONG_TEXT' and questionnaire_id = '${known.questionnaire}' order by id`,
  );
  await one("meeting", "select id as value from meeting where not draft order by starts_at desc");
  const { data } = await ask("supplyProposal", await writings.supplyProposal!(), null, "own { code supply { id } }");
  known.argument = data.supplyProposal.own.supply.id;
  known.code = data.supplyProposal.own.code;
});

const sheetOf = (more: object = {}) => proposedSheet(`L’atelier ${uniqueWord()}`, more);

/** Inputs of all that anybody may write, by mutation: another one each time. */
const writings: Record<string, () => Promise<object> | object> = {
  submitResponse: () => ({
    key: randomUUID(),
    questionnaireId: known.questionnaire,
    questionnaireRevision: 1,
    appearance: "ANONYMOUS",
    answers: [
      { questionId: known.repeat, value: known.repeatKey },
      { questionId: known.territory, value: "DEPARTMENT:29" },
      { questionId: known.text, value: "Il faut un lieu." },
    ],
  }),
  saveDraft: () => ({
    token: randomUUID().replaceAll("-", ""),
    key: randomUUID(),
    questionnaireId: known.questionnaire,
    answers: [],
    part: 1,
  }),
  react: () => ({
    key: randomUUID(),
    subject: "CONTRIBUTION",
    subjectId: known.contribution,
    kind: "SUPPORT",
    text: "C’est aussi ce que nous voyons.",
  }),
  reportText: () => ({ kind: "CONTRIBUTION", textId: known.contribution, reason: "INSULT" }),
  supplyProposal: () => ({
    key: randomUUID(),
    proposalId: known.proposal,
    slot: "AGAINST",
    text: "Une avance se rembourse.",
    territory: "bretagne",
    appearance: "ANONYMOUS",
  }),
  rateArgument: () => ({ contributionId: known.argument, use: "HELPS" }),
  proposeAmendment: () => ({
    key: randomUUID(),
    proposalId: known.proposal,
    statementId: known.statement,
    text: "D’autres mots pour cette phrase.",
    why: "Plus clair.",
  }),
  proposeInitiative: () => ({
    key: randomUUID(),
    consent: true,
    sheet: sheetOf(),
  }),
  attend: () => ({
    key: randomUUID(),
    meetingId: known.meeting,
    said: { channel: "ONLINE", needs: [] },
    language: "fr",
  }),
  askForAgenda: () => ({ key: randomUUID(), meetingId: known.meeting, text: "Le prix du transport." }),
  watch: () => ({
    ...{ kind: "PROPOSAL", id: known.proposal, pace: "DAILY" },
    ...{ email: `${uniqueWord()}@example.org`, language: "fr" },
  }),
  leaveAddress: () => ({ code: known.code, email: "quelqu-un@example.org", language: "fr" }),
};

/** The holder of a code, which only the site makes, writes to their own thing. */
const byCode = new Set([
  "answerAddress",
  "eraseDraft",
  "editResponse",
  "withdrawResponse",
  "keepAnswer",
  "reviewCitation",
  "seeNews",
  "withdrawSupply",
  "withdrawAmendment",
  "withdrawReaction",
  "withdrawAgendaRequest",
  "answerAsOffice",
  "resendInitiative",
  "withdrawInitiative",
  "appealRuling",
  "unnameResponse",
  "unpublishResponse",
  "stopFollowUp",
  "changeAttendance",
  "confirmAttendance",
  "withdrawAttendance",
  "correctMinutes",
  "withdrawMinutesCorrection",
  "sayMinutesExact",
  "answerQuote",
  "followMinutes",
  "changeWatch",
  "stopWatching",
]);

const acts = acting(api, "code field value");
async function ask(mutation: string, input: object, address: string | null, fields = "") {
  const payload = await acts(mutation, input, fields, undefined, address ? { address } : {});
  return { data: { [mutation]: payload }, problems: payload.problems as { code: string; field: string | null }[] };
}

test("everything that anybody may write is counted, or needs a code of its own", () => {
  const open = Object.keys(rights).filter((name) => rights[name] === "ANYONE" && !byCode.has(name));
  expect(open.toSorted()).toEqual(Object.keys(writings).toSorted());
});

test.each(Object.keys(writings))("%s is counted by address and by what it is written to", async (name) => {
  const write = async (address: string) => (await ask(name, await writings[name]!(), address)).problems;
  const tooMany = [{ code: "TOO_MUCH_WRITTEN", field: null, value: expect.stringMatching(/^\d+$/) }];
  await api.database.query("delete from rate_window");
  expect(await write("203.0.113.1")).toEqual([]);
  const counted = await api.database.query<{ key: string; count: number }[]>("select key, count from rate_window");
  expect(counted.length).toBeGreaterThanOrEqual(2);

  await api.database.query("update rate_window set count = 1000000");
  expect(await write("203.0.113.1")).toEqual(tooMany);
  expect(await write("203.0.113.2")).toEqual(tooMany); // what it is written to is full
  await api.database.query("delete from rate_window");
  expect(await write("203.0.113.2")).toEqual([]);
});

test("a household is one address in IPv6, however it is written", () => {
  expect(addressKey("203.0.113.9")).toBe("203.0.113.9");
  expect(addressKey("::ffff:203.0.113.9")).toBe("203.0.113.9");
  expect(addressKey("2001:db8:0:1::1")).toBe("2001:db8:0:1");
  expect(addressKey("2001:db8::1:0:0:0:9")).toBe(addressKey("2001:0db8:0000:0001:abcd::"));
  expect(addressKey("::1")).toBe("0:0:0:0");
});

test("one address alone never fills the room that the others have to write to one thing", () => {
  const { organisation: _, ...shared } = quotas;
  const filled = Object.entries(shared).filter(([, { fromOne, toOne }]) => toOne < 2 * fromOne);
  expect(filled).toEqual([]);
});
