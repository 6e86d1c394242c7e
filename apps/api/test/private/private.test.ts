import { isInterfaceType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { tables } from "../../src/app.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { visitor } from "../../src/platform/viewer.ts";
import { forms, nothing, withCanaries } from "./canaries.ts";
import { statementsOf } from "../site/statements.ts";
import { walkedApi } from "../site/demo.ts";
import { everyRow } from "../walks/everyRow.ts";
import { finderOf } from "./found.ts";
import { unbounded } from "../walks/unbounded.ts";
import { unhurried } from "../site/unhurried.ts";
import { secrets } from "./secrets.ts";
import { schema, type ToldField, walk } from "../walks/walk.ts";

const api = walkedApi();
const canaries = withCanaries(api);

let told: ToldField[];
let fields: Set<string>;
let statements: string[];

beforeAll(async () => {
  const { database } = api;
  // The connection is read-only: reading writes nothing, and nothing breaks.
  const limits = { ...unhurried, max: 1, options: `${unhurried.options} -c default_transaction_read_only=on` };
  const readOnly = await openDatabase((database.options as { url: string }).url, tables, { limits });
  const asked = await everyRow(database, ["canary", "le", "circuit"]);
  // Results are told by steps, which somebody's reading takes: the first walk takes them, and may write.
  await walk(database, visitor, { ...nothing, results: asked.results ?? [] });
  statements = await statementsOf(async () => ({ told, fields } = await walk(readOnly, visitor, asked)));
  await readOnly.destroy();
});

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

test("the walk visited every field of every type that a visitor reaches", () => {
  /** Fields no visitor reaches, or without a row in the demonstration. */
  const never =
    /^((Former)?TextImport(Column|Mapping|Sample|Fault)?|MeantValue|UnknownValue|Grid(Criterion|Rights|Answer|Side|Difference|Decision)?|CriterionAgreement|NotebookGrid|SentLines|TerritoryDesk|TerritoryUse|TerritoryReading|TerritoryLine|TerritoryFault|TerritoryRenamed|ExactComing|RecordedPresence|ChannelCount|MeetingFile|Curation|Activity(Day|Count)|Matter|MatterConnection|MatterRights|TakenMatter|ChainLine|ChainLink|ChainWait|CurationItem|CurationItemConnection|CurationAnswer|ObjectionWithoutReply|SilentCalls|AgendaRequest|AgendaRequestAbout|Appeal|Candidacy|DeskAppeal|GroupReview|ReviewedObject|InstanceHealth|PersonalData|PersonalPart|PersonalErasure|Consent|OwnSession|ListDesk|ListItem|MailTrial|MilestoneMove|ObjectiveWording|OwnReaction|OwnSecondFactor|ReportCount|PossibleCarrier|OwnSupply|Own(Attendance|AgendaRequest)|MinutesCorrection|QuotedSpeaker|Comer|OwnAmendment|RecordedAdoption|ArgumentRatings|ProposalCarrier|ReadingDesk|ModerationDesk|OtherText|Rehearsal|RehearsedChange|Watching|Watched|Held(Text|TextConnection|Part|Contact|Beside)|Ruling|DeskRuling|DeskRulingConnection|ReaderFigures|ContributionReading|KeptForTwo|Evening(KeyPoint)?|Reading(Text|Passage|Agreement|Disagreement|Side)|MergedInterlocutor|KeyPoint(Board|Merge|Event|Agreement)|KeyPointsAtHand|NearTexts|NearText|LeftNearText|Suggestion|PaperDesk|SheetEdition|SheetBatch|Sheet|SheetBatchRights|PaperEntry|PaperEntryRights|SecondEntry|PaperDifference|PaperAgreement|Draft|GivenAnswer|AnswerChange|ReceiptRights|Receipt|ResultSpread|ClosedAnswer|CitationReview|Synthesis(Lack|Source|Words)|News|OwnCitation|Viewer|HeldRole|RoleDesk|RoleGrant|RoleGrantConnection|RoleHolder|Invitation|InvitationLetter|Organisation(Membership|Member|Invitation|Letter)|Problem|DemoMail|DemoPersona|QuestionnaireDesk|ComposedQuestionnaire|QuestionnaireSource|QuestionnaireFlaw|QuestionnaireEvent|Composed(Section|Question)|QuestionRevision|HeadWords|CoherenceSuggestion|Introduction|ExchangeDesk|InitiativeNotes|ProposedInitiative|ProductionDesk|Office(Link|Letter|Near|Reply))\.|^Mutation\.|Payload\./;
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
