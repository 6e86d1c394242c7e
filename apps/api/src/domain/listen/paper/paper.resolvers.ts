import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Context } from "../../../platform/context.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Questions } from "../questionnaire/questionnaire.entity.ts";
import { groupAsking, questionnaireToRead } from "../questionnaire/questionnaire.queries.ts";
import { receiptCode, printedCode } from "../response/codes.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { editionsOf } from "./edition.ts";
import { enterSheet, reportMeeting } from "./entry.commands.ts";
import { enterAgain, settlePaperEntry } from "./second.commands.ts";
import { printSheets } from "./sheet.commands.ts";
import { sheetPolicy } from "./sheet.policy.ts";
import { agreementOf, batchesOf, entriesOf, meetingsToReport, secondOf, sheetOf, sheetsOf } from "./sheet.queries.ts";
import { withdrawPaperEntry } from "./withdraw.commands.ts";

/** The name of somebody of the team. */
const nameOf = async ({ load }: Context, personId: string | null) =>
  (await load(Persons, personId))?.displayName ?? null;

export const paperResolvers: Resolvers = {
  Query: {
    async paperDesk(_, { slug }, context) {
      const questionnaire = await questionnaireToRead(context, slug);
      if (!questionnaire) return null;
      authorize(sheetPolicy.enter(context.viewer, (await groupAsking(context, questionnaire)).id));
      return questionnaire;
    },
  },
  Mutation: {
    printSheets: (_, { input }, { run }) => run((tx) => printSheets(tx, input)),
    enterSheet: (_, { input }, { run }) => run((tx) => enterSheet(tx, input)),
    reportMeeting: (_, { input }, { run }) => run((tx) => reportMeeting(tx, input)),
    enterAgain: (_, { input }, { run }) => run((tx) => enterAgain(tx, input)),
    settlePaperEntry: (_, { input }, { run }) => run((tx) => settlePaperEntry(tx, input)),
    withdrawPaperEntry: (_, { input }, { run }) => run((tx) => withdrawPaperEntry(tx, input)),
  },
  PaperDesk: {
    questionnaire: (it) => it,
    editions: (it, _, context) => editionsOf(context, it),
    batches: (it, _, context) => batchesOf(context, it),
    sheets: (it, { batch }, context) => sheetsOf(context, it, batch),
    entries: (it, _, context) => entriesOf(context, it),
    entry: async (it, { id }, context) => (isId(id) ? ((await entriesOf(context, it, id))[0] ?? null) : null),
    meetings: (it, _, context) => meetingsToReport(context, it),
    agreement: (it, _, context) => agreementOf(context, it),
  },
  SheetBatch: {
    printedBy: ({ printedById }, _, context) => nameOf(context, printedById),
    viewerCan: (it, _, { viewer, now }) => ({ print: sheetPolicy.tellCodes(viewer, it, dayOf(now)) }),
  },
  Sheet: {
    code: (it, _, { viewer, now }) => (sheetPolicy.tellCodes(viewer, it, dayOf(now)) ? printedCode(it.id) : null),
  },
  PaperEntry: {
    sheetNumber: async (it, _, context) => (await sheetOf(context, it))?.number ?? null,
    receivedOn: ({ submittedOn }) => submittedOn,
    enteredOn: ({ enteredOn, submittedOn }) => enteredOn ?? submittedOn,
    enteredBy: async ({ enteredById }, _, context) => (await nameOf(context, enteredById)) ?? "",
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
    codeToHandOver: (it, _, { viewer, now }) =>
      sheetPolicy.tellHandedOver(viewer, it, dayOf(now)) ? receiptCode(it.id) : null,
    viewerCan: async (it, _, context) => ({
      enterAgain: sheetPolicy.enterAgain(context.viewer, it) && (await secondOf(context, it)) === null,
    }),
    second: (it, _, context) => secondOf(context, it),
  },
  SecondEntry: {
    id: ({ responseId }) => responseId,
    enteredBy: async ({ enteredById }, _, context) => (await nameOf(context, enteredById)) ?? "",
  },
  PaperDifference: {
    question: async ({ key }, _, { load }) => (await load(Questions, key.replace(/-other$/, "")))!,
    first: ({ first }) => first ?? null,
    second: ({ second }) => second ?? null,
    settled: ({ settled }) => settled ?? null,
  },
};
