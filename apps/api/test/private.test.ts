import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { tables } from "../src/app.ts";
import { openDatabase } from "../src/platform/data/database.ts";
import { mailedCode, mailedDigest, receiptCode, receiptDigest } from "../src/domain/listen/response/codes.ts";
import { visitor } from "../src/platform/viewer.ts";
import { statementsOf } from "./statements.ts";
import { seededApi } from "./demo.ts";
import { everyRow } from "./everyRow.ts";
import { finderOf } from "./found.ts";
import { plant } from "./plant.ts";
import { unbounded } from "./unbounded.ts";
import { taken } from "./taken.ts";
import { schema, type ToldField, walk } from "./walk.ts";

const api = seededApi();

const columnsOf = (table: string, names: string[], where = "true") =>
  names.map((name): [string, string, string] => [table, name, where]);
/** Columns that only the owner of the row or the team reads; `where` limits them to some rows. */
const secrets: [table: string, column: string, where?: string][] = [
  ["person", "email"],
  ["person", "ban_reason"],
  ["person", "display_name", "id in (select carrier_person_id from handover where carrier_consent = 'ASKED')"],
  ["session", "token"],
  ["session", "ip_address"],
  ["session", "user_agent"],
  ["account", "account_id"],
  ["account", "password"],
  ["account", "access_token"],
  ["verification", "identifier"],
  ["verification", "value"],
  ["response", "key"],
  ["response", "digest"],
  ["response", "receipt_digest"],
  ["former_code", "digest"],
  ["former_code", "current"],
  ["secret_mark", "mark"],
  ["follow", "key"],
  ["follow", "holder"],
  ["follow", "sealed"],
  ["response", "mailed_digest"],
  ["response", "paper_reference"],
  ["response", "collected_by"],
  ["response", "author_name", "appearance <> 'NAMED'"],
  ["response", "organisation_name", "appearance <> 'NAMED'"],
  ["response_revision", "author_name"],
  ["contribution_revision", "body"],
  ["contribution", "organisation_name", "status <> 'VISIBLE' or appearance <> 'NAMED'"],
  ...columnsOf("draft", ["token_digest", "key", "author_name"]),
  ["contribution", "body", "status <> 'VISIBLE'"],
  ["contribution", "author_name", "status <> 'VISIBLE' or appearance <> 'NAMED'"],
  ["contribution", "organisation_type", "status <> 'VISIBLE'"],
  ["contribution", "not_retained_note", "status <> 'VISIBLE'"],
  ["contribution", "import_key"],
  ["ruling", "note"],
  ["initiative", "key"],
  ["initiative", "code_digest"],
  ["initiative", "import_key"],
  ["initiative", "agreement"],
  ["initiative", "reason"],
  ["initiative", "name", "status <> 'VISIBLE'"],
  ["initiative", "town", "status <> 'VISIBLE'"],
  ["initiative", "summary", "status <> 'VISIBLE'"],
  ["initiative", "source", "status <> 'VISIBLE'"],
  ["proposal_initiative", "proves", "proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["passage", "quote", "contribution_id in (select id from contribution where status <> 'VISIBLE')"],
  ["citation_review", "text"],
  ["outgoing_mail", "key"],
  ["outgoing_mail", "recipient"],
  ["outgoing_mail", "subject"],
  ["outgoing_mail", "text"],
  ["outgoing_mail", "stop_link"],
  ["reaction", "key"],
  ["reaction", "author_digest"],
  ["reaction", "text", "status <> 'VISIBLE'"],
  ["reaction", "author_name", "status <> 'VISIBLE'"],
  ["amendment", "key"],
  ["amendment", "code_digest"],
  ["listener", "address"],
  ...columnsOf("attendance", ["key", "code_digest", "device_digest", "name", "needs_more"]),
  ["attendance_address", "address"],
  ...columnsOf("meeting", ["title", "place", "online_link"], "draft"),
  ["amendment", "text", "status <> 'VISIBLE' or proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["amendment", "why", "status <> 'VISIBLE' or proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["amendment", "before", "status <> 'VISIBLE' or proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["amendment", "author_name", "status <> 'VISIBLE'"],
  ["key_point", "sentence", "state = 'WORKING'"],
  ["proposal", "title", "state = 'DRAFT'"],
  ["proposal", "summary", "state = 'DRAFT'"],
  ["statement", "text", "proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["objection", "text", "proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["ask", "text", "proposal_id in (select id from proposal where state = 'DRAFT')"],
  ["synthesis", "title", "state = 'DRAFT'"],
  ["synthesis_version", "method", "state = 'DRAFT'"],
  ["synthesis_version", "definition", "state = 'DRAFT'"],
  ["synthesis_paragraph", "text", "version_id in (select id from synthesis_version where state = 'DRAFT')"],
  ["synthesis_paragraph", "detail", "version_id in (select id from synthesis_version where state = 'DRAFT')"],
  ["set_aside", "note", "version_id in (select id from synthesis_version where state = 'DRAFT')"],
  ["minority_position", "key"],
  [
    "minority_position",
    "text",
    `territory_id is null and (select count(*) from minority_signature where position_id = minority_position.id) < 3
      or proposal_id in (select id from proposal where state = 'DRAFT')`,
  ],
  [
    "coherence_note",
    "text",
    "id in (select note_id from coherence_note_proposal l join proposal p on p.id = l.proposal_id where p.state = 'DRAFT')",
  ],
  [
    "coherence_note",
    "resolution",
    "id in (select note_id from coherence_note_proposal l join proposal p on p.id = l.proposal_id where p.state = 'DRAFT')",
  ],
  ["exchange", "title", "status = 'HIDDEN'"],
  ["exchange", "text", "status = 'HIDDEN'"],
  ["exchange", "organisation", "status = 'HIDDEN'"],
  ["introduction", "text"],
  ["office_link", "code_digest"],
  ["office_link", "contact"],
  ["office_reply", "text"],
  ["office_reply", "passed_to_name"],
  ["office_reply", "passed_to_contact"],
  ["office_reply", "writer"],
  ["office_reply", "status_reason"],
  ["attachment", "digest"],
  ["minutes", "facts", "state = 'DRAFT'"],
  ["minutes_block", "text", "minutes_id in (select id from minutes where state = 'DRAFT')"],
  ["questionnaire", "title", "published_at is null"],
  ["questionnaire", "intro", "published_at is null"],
  ["section", "title", "questionnaire_id in (select id from questionnaire where published_at is null)"],
  ["question", "label", "questionnaire_id in (select id from questionnaire where published_at is null)"],
];

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
  statements = await statementsOf(async () => ({ told, fields } = await walk(readOnly, visitor, asked)));
  await readOnly.destroy();
}, 120_000);

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
       r.organisation_name, c.not_retained_note, (select g.note from ruling g where g.text_id = c.id)] || array(
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
}, 30_000);

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
}, 30_000);

test("the walk visited every field of every type that a visitor reaches", () => {
  /** Fields no visitor reaches, or without a row in the demonstration. */
  const never =
    /^(PossibleCarrier|OwnSupply|OwnAmendment|ArgumentRatings|ProposalCarrier|ReadingDesk|ModerationDesk|Held(Text|TextConnection|Part|Contact|Beside)|Ruling|DeskRuling|DeskRulingConnection|ReaderFigures|ContributionReading|Evening|Reading(Text|Passage|Agreement|Disagreement|Side)|KeyPointMerge|KeyPointEvent|NearTexts|NearText|Suggestion|PaperDesk|SheetEdition|SheetBatch|Sheet|SheetBatchRights|PaperEntry|PaperEntryRights|SecondEntry|PaperDifference|PaperAgreement|Draft|GivenAnswer|AnswerChange|ReceiptRights|Receipt|ResultSpread|ClosedAnswer|CitationReview|SynthesisLack|News|OwnCitation|Viewer|HeldRole|Problem|DemoMail|DemoPersona|QuestionnaireDesk|ComposedQuestionnaire|QuestionnaireSource|QuestionnaireFlaw|QuestionnaireEvent|Composed(Section|Question)|QuestionRevision|HeadWords|CoherenceSuggestion|Introduction|ExchangeDesk|InitiativeNotes|ProposedInitiative|ProductionDesk|Office(Link|Letter|Near|Reply))\.|^Mutation\.|Payload\./;
  const reachable = Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        !type.name.startsWith("__") && "getFields" in type && !("toConfig" in type && /Input|Filter$/.test(type.name)),
    )
    .flatMap((type) =>
      Object.keys((type as { getFields(): object }).getFields()).map((field) => `${type.name}.${field}`),
    )
    .filter((field) => !never.test(field) && !field.startsWith("Outcome."));
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
}, 120_000);
