import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { hiddenFor, rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { editDocument, restoreDocumentVersion, withdrawDocument } from "./document.commands.ts";
import { Documents } from "./document.entity.ts";
import { htmlOf } from "./document.html.ts";
import { documentPolicy } from "./document.policy.ts";
import {
  currentOf,
  documentOf,
  documents,
  documentsServing,
  groupsOf,
  library,
  type ReadDocument,
  servedBy,
  sheetsOf,
  versionsOf,
} from "./document.queries.ts";
import { eraseSheet, fillTemplate, publishSheet, saveSheet } from "./sheet.commands.ts";

/** Characters of the beginning of a document that are shown in the place of a picture. */
const beginning = 700;

const inOrder = (sections: ReadDocument["sections"], answers: Record<string, string>) =>
  sections.flatMap(({ key }) => (answers[key] ? [{ key, text: answers[key] }] : []));

export const documentResolvers: Resolvers = {
  Query: {
    documents: (_, __, context) => documents(context),
    library: (_, args, context) => library(context, args),
    document: (_, { slug }, context) => documentOf(context, slug),
    documentDesk: async (_, __, context) => ({ groups: await groupsOf(context) }),
  },
  Mutation: {
    editDocument: (_, { input }, { run }) => run((tx) => editDocument(tx, input)),
    restoreDocumentVersion: (_, { input }, { run }) => run((tx) => restoreDocumentVersion(tx, input)),
    withdrawDocument: (_, { input }, { run }) => run((tx) => withdrawDocument(tx, input)),
    fillTemplate: (_, { input }, { run }) => run((tx) => fillTemplate(tx, input)),
    saveSheet: (_, { input }, { run }) => run((tx) => saveSheet(tx, input)),
    publishSheet: (_, { input }, { run }) => run((tx) => publishSheet(tx, input)),
    eraseSheet: (_, { input }, { run }) => run((tx) => eraseSheet(tx, input)),
  },
  Interlocutor: {
    serving: ({ id }, _, context) => documentsServing(context, "INTERLOCUTOR", id),
  },
  Objective: {
    serving: ({ id }, _, context) => documentsServing(context, "OBJECTIVE", id),
  },
  Document: {
    hiddenFor: (document, _, context) => hiddenFor(context, "DOCUMENT", document),
    ruling: (document, _, context) =>
      documentPolicy.change(context.viewer, document) ? rulingOn(context, "DOCUMENT", document.id) : null,
    html: (document) => htmlOf(document),
    reactions: (document, _, context) =>
      (document as ReadDocument).gone ? [] : reactionsTo(context, "DOCUMENT", document.id),
    group: ({ groupId }, _, { load }) => load(WorkingGroups, groupId),
    current: (document, _, context) => currentOf(context, document),
    versions: (document, _, context) => versionsOf(context, document),
    serves: (document, _, context) => servedBy(context, document),
    template: ({ templateId }, _, { load }) => load(Documents, templateId),
    sheets: (document, _, context) => (document.kind === "TEMPLATE" ? sheetsOf(context, document) : []),
    draft: (document, _, { viewer }) =>
      document.kind === "SHEET" && documentPolicy.change(viewer, document)
        ? inOrder(document.sections, document.answers)
        : null,
    viewerCan: (document, _, { viewer }) => {
      const change = documentPolicy.change(viewer, document);
      return {
        change,
        read: !(document as ReadDocument).gone,
        withdraw: change && document.version > 0 && (document.status === "VISIBLE" || document.status === "WITHDRAWN"),
        fill: document.kind === "TEMPLATE" && documentPolicy.addSome(viewer),
        erase: change && document.version === 0,
      };
    },
  },
  DocumentVersion: {
    kind: ({ kind }) => kind as never,
    hasPicture: ({ pictureId, kind }) => pictureId !== null || kind === "WEBP",
    beginning: ({ words }) => words.slice(0, beginning),
    answers: async ({ documentId, answers }, _, { load }) =>
      inOrder((await load(Documents, documentId))?.sections ?? [], answers),
  },
};
