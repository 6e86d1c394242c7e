import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { removeNotebookFile } from "./file.commands.ts";
import { filesOf } from "./file.queries.ts";
import { withdrawNotebook } from "./notebook.commands.ts";
import { notebookPolicy } from "./notebook.policy.ts";
import {
  asNotebook,
  countOf,
  coverageOf,
  groupOf,
  notebookOf,
  notebooks,
  readersOf,
  titleOf,
} from "./notebook.queries.ts";

export const notebookResolvers: Resolvers = {
  Query: {
    notebooks: (_, { filter, ...paging }, context) => notebooks(context, filter, paging),
    notebook: (_, { id }, context) => notebookOf(context, id),
  },
  Mutation: {
    removeNotebookFile: (_, { input }, { run }) => run((tx) => removeNotebookFile(tx, input)),
    withdrawNotebook: (_, { input }, { run }) => run((tx) => withdrawNotebook(tx, input)),
  },
  NotebookConnection: {
    totalCount: (it, _, context) => countOf(context, it),
    coverage: (it, _, context) => coverageOf(context, it),
  },
  Notebook: {
    title: (it, _, context) => titleOf(context, it),
    files: (it, _, context) => filesOf(context, it),
    readers: (it, _, context) => readersOf(context, it),
    async viewerCan(it, _, context) {
      const { status } = it.contribution;
      const group = context.viewer.id ? await groupOf(context, it) : null;
      return {
        read: status === "VISIBLE" && notebookPolicy.read(context.viewer, group),
        withdraw: status !== "WITHDRAWN" && notebookPolicy.withdraw(context.viewer, group),
      };
    },
  },
  NotebookFile: {
    hasPicture: ({ pictureId, kind }) => pictureId !== null || kind !== "PDF",
  },
  Contribution: {
    notebook: (it) => asNotebook(it),
  },
};
