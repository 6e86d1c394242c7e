import { createHash } from "node:crypto";
import { isInterfaceType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { tables } from "../src/app.ts";
import { openDatabase } from "../src/platform/data/database.ts";
import { mailedCode, mailedDigest, receiptCode, receiptDigest } from "../src/domain/listen/response/codes.ts";
import { visitor } from "../src/platform/viewer.ts";
import { statementsOf } from "./statements.ts";
import { walkedApi } from "./demo.ts";
import { everyRow } from "./everyRow.ts";
import { finderOf } from "./found.ts";
import { plant } from "./plant.ts";
import { unbounded } from "./unbounded.ts";
import { secrets } from "./secrets.ts";
import { taken } from "./taken.ts";
import { schema, type ToldField, walk } from "./walk.ts";

const api = walkedApi();

let told: ToldField[];
let fields: Set<string>;
let statements: string[];
const canaries: { value: string; from: string }[] = [];
const column = async (text: string) => (await api.database.query<{ value: string }[]>(text)).map(({ value }) => value);

beforeAll(async () => {
  const { database } = api;
  await plant(database);
  for (const [table, name, where = "true"] of secrets) {
    const rows = await column(
      `with planted as (
         update "${table}" set "${name}" = 'canary-${`${table}-${name}`.replaceAll("_", "-")}-' || gen_random_uuid()
         where ${where} returning "${name}" as value
       ) select value from planted`,
    );
    canaries.push(...rows.map((value) => ({ value, from: `${table}.${name}` })));
  }
  for (const table of ["draft", "response_revision"])
    canaries.push(
      ...(await column(`select answers->>'x' as value from ${table}`)).map((value) => ({
        value,
        from: `${table}.answers`,
      })),
    );
  // Ids are canaries too: they are keys to all the rest.
  for (const table of ["response", "person"])
    canaries.push(
      ...(await column(`select id::text as value from ${table}`)).map((value) => ({ value, from: `${table}.id` })),
    );

  // Connections are read-only: reading writes nothing, and nothing breaks.
  const options = database.options as { url: string };
  const readOnly = await openDatabase(`${options.url}?options=-c%20default_transaction_read_only%3Don`, tables);
  const asked = await everyRow(database, ["canary", "le", "circuit"]);
  // Results are told by steps, which somebody's reading takes: the first walk takes them, and may write.
  const nothing = Object.fromEntries(Object.keys(schema.getQueryType()!.getFields()).map((name) => [name, []]));
  await walk(database, visitor, { ...nothing, results: asked.results ?? [] });
  statements = await statementsOf(async () => ({ told, fields } = await walk(readOnly, visitor, asked)));
  await readOnly.destroy();
});

const forms = (value: string) => {
  const digest = (encoding: "hex" | "base64url") => createHash("sha256").update(value).digest(encoding);
  const encoded = Buffer.from(value).toString("base64url");
  return [value, value.replaceAll("-", ""), encoded, encoded.slice(0, -2), digest("hex"), digest("base64url")];
};

/** Canaries found letter by letter in a text. */
const asTheyAre = (text: string) =>
  finderOf(
    canaries.map(({ value }) => value),
    (value) => [value],
  )(text);

test("no list of what anybody may write is read whole: each has an end in its statement", () =>
  expect(unbounded(statements)).toEqual([]));

test("there is a canary in every private column", () => {
  const planted = new Set(canaries.map(({ from }) => from));
  expect(secrets.map(([table, name]) => `${table}.${name}`).filter((one) => !planted.has(one))).toEqual([]);
});

test("no personal data and no word that its author kept is told to a visitor, on any path of the schema", () => {
  // Ids of the demonstration's fictional persons are public, for its sign-in.
  const known = told.filter(({ path }) => path !== "demoPersonas.id");
  const all = known.map(({ value }) => JSON.stringify(value)).join("\n");
  const leaked = finderOf(
    canaries.map(({ value }) => value),
    forms,
  )(all);
  const leaks = canaries.filter(({ value }) => leaked.has(value));
  const paths = leaks.map(({ value, from }) => ({
    from,
    path: known.find((one) => forms(value).some((form) => JSON.stringify(one.value).includes(form)))!.path,
  }));
  expect(paths).toEqual([]);
});

test("whoever holds a receipt reads all of their own response, and nothing more of others than a visitor", async () => {
  const responses = await api.database.query<{ id: string; own: string[] }[]>(
    `select r.id, array_agg(value) filter (where value is not null) as own from (
       (select * from response where appearance = 'UNPUBLISHED' limit 2)
       union (select r.* from response r join contribution c on c.response_id = r.id and c.status = 'HELD' limit 2)
       union (select * from response where appearance = 'ANONYMOUS' limit 2)
     ) r join contribution c on c.response_id = r.id
     cross join lateral unnest(array[c.body, c.author_name, c.organisation_type, c.organisation_name,
       r.organisation_name, c.not_retained_note, (select g.note from ruling g where g.text_id = c.id),
       (select a.text from appeal a join ruling g on g.id = a.ruling_id where g.text_id = c.id),
       (select a.note from appeal a join ruling g on g.id = a.ruling_id where g.text_id = c.id)] || array(
       select unnest(array[v.text, p.quote]) from citation_review v join passage p on p.id = v.passage_id
       where p.contribution_id = c.id)) value
     group by 1`,
  );
  const nothing = Object.fromEntries(Object.keys(schema.getQueryType()!.getFields()).map((name) => [name, []]));
  for (const { id } of responses)
    await api.database.query("update response set receipt_digest = $2 where id = $1", [id, receiptDigest(id)]);
  const codes = responses.map(({ id }) => ({ code: receiptCode(id) }));
  const { told: theirs } = await walk(api.database, visitor, { ...nothing, receipt: codes });
  const all = theirs.map(({ value }) => JSON.stringify(value)).join("\n");
  const own = responses.flatMap((response) => response.own);
  for (const { own: words } of responses) expect(all).toContain(words[0]);
  const leaked = asTheyAre(all);
  const leaks = canaries.filter(({ value }) => !own.includes(value) && leaked.has(value));
  expect(responses.length).toBeGreaterThan(2);
  expect(leaks).toEqual([]);
});

test("the link of a mail shows of a response what is public, and what its author said of its citations; nothing else", async () => {
  const { database } = api;
  const responses = await database.query<{ id: string; own: string[] }[]>(
    `select r.id, array(
       select v.text from citation_review v join passage p on p.id = v.passage_id
       join contribution c on c.id = p.contribution_id where c.response_id = r.id and c.status = 'VISIBLE') as own
     from ((select * from response where appearance = 'UNPUBLISHED' limit 2)
       union (select r.* from response r join contribution c on c.response_id = r.id and c.status = 'HELD' where r.appearance <> 'NAMED' limit 2)
       union (select * from response where appearance = 'ANONYMOUS' limit 3)) r`,
  );
  for (const { id } of responses)
    await database.query("update response set mailed_digest = $2 where id = $1", [id, mailedDigest(id)]);
  const nothing = Object.fromEntries(Object.keys(schema.getQueryType()!.getFields()).map((name) => [name, []]));
  const codes = responses.map(({ id }) => mailedCode(id));
  const { told: theirs } = await walk(database, visitor, {
    ...nothing,
    receipt: codes.map((code) => ({ code })),
    receipts: [{ codes }],
  });
  const all = theirs.map(({ value }) => JSON.stringify(value)).join("\n");
  const own = responses.flatMap((response) => response.own);
  expect(responses.length).toBeGreaterThan(2);
  expect(all).toContain(codes[0]);
  for (const { id } of responses) expect(all).not.toContain(receiptCode(id));
  const leaked = asTheyAre(all);
  expect(canaries.filter(({ value }) => !own.includes(value) && leaked.has(value))).toEqual([]);
});

test("the walk visited every field of every type that a visitor reaches", () => {
  /** Fields no visitor reaches, or without a row in the demonstration. */
  const never =
    /^(TextImport(Column|Mapping|Sample|Fault)?|MeantValue|UnknownValue|Grid(Criterion|Rights|Answer|Side|Difference|Decision)?|CriterionAgreement|NotebookGrid|SentLines|TerritoryDesk|TerritoryUse|TerritoryReading|TerritoryLine|TerritoryFault|TerritoryRenamed|ExactComing|RecordedPresence|ChannelCount|MeetingFile|Curation|Activity(Day|Count)|Matter|MatterConnection|MatterRights|TakenMatter|ChainLine|ChainLink|ChainWait|CurationItem|CurationItemConnection|CurationAnswer|ObjectionWithoutReply|SilentCalls|AgendaRequest|AgendaRequestAbout|Appeal|Candidacy|DeskAppeal|GroupReview|ReviewedObject|InstanceHealth|PersonalData|PersonalPart|PersonalErasure|Consent|OwnSession|ListDesk|ListItem|MailTrial|MilestoneMove|ObjectiveWording|OwnReaction|OwnSecondFactor|ReportCount|PossibleCarrier|OwnSupply|Own(Attendance|AgendaRequest)|MinutesCorrection|QuotedSpeaker|Comer|OwnAmendment|RecordedAdoption|ArgumentRatings|ProposalCarrier|ReadingDesk|ModerationDesk|OtherText|Rehearsal|RehearsedChange|Watching|Watched|Held(Text|TextConnection|Part|Contact|Beside)|Ruling|DeskRuling|DeskRulingConnection|ReaderFigures|ContributionReading|KeptForTwo|Evening(KeyPoint)?|Reading(Text|Passage|Agreement|Disagreement|Side)|KeyPoint(Board|Merge|Event|Agreement)|KeyPointsAtHand|NearTexts|NearText|Suggestion|PaperDesk|SheetEdition|SheetBatch|Sheet|SheetBatchRights|PaperEntry|PaperEntryRights|SecondEntry|PaperDifference|PaperAgreement|Draft|GivenAnswer|AnswerChange|ReceiptRights|Receipt|ResultSpread|ClosedAnswer|CitationReview|Synthesis(Lack|Source|Words)|News|OwnCitation|Viewer|HeldRole|RoleDesk|RoleGrant|RoleGrantConnection|RoleHolder|Invitation|InvitationLetter|Organisation(Membership|Member|Invitation|Letter)|Problem|DemoMail|DemoPersona|QuestionnaireDesk|ComposedQuestionnaire|QuestionnaireSource|QuestionnaireFlaw|QuestionnaireEvent|Composed(Section|Question)|QuestionRevision|HeadWords|CoherenceSuggestion|Introduction|ExchangeDesk|InitiativeNotes|ProposedInitiative|ProductionDesk|Office(Link|Letter|Near|Reply))\.|^Mutation\.|Payload\./;
  const reachable = Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        !type.name.startsWith("__") && "getFields" in type && !("toConfig" in type && /Input|Filter$/.test(type.name)),
    )
    // Its types are visited one by one.
    .filter((type) => !isInterfaceType(type))
    .flatMap((type) =>
      Object.keys((type as { getFields(): object }).getFields()).map((field) => `${type.name}.${field}`),
    )
    .filter((field) => !never.test(field));
  expect(reachable.filter((field) => !fields.has(field))).toEqual([]);
  expect(told.length).toBeGreaterThan(5000);
});

test("files hold no secret: none in the open data; no name, address or hidden word in files of a team", async () => {
  const files = await taken(
    api.database,
    canaries.map(({ value }) => value),
  );
  const find = finderOf(
    files.flatMap(({ secret }) => secret),
    forms,
  );
  const leaks = files.flatMap(({ path, content, secret }) => {
    const leaked = find(content);
    return secret.filter((value) => leaked.has(value)).map((value) => `${path}: ${value}`);
  });
  expect(files.length).toBeGreaterThan(60);
  expect(leaks).toEqual([]);
});
