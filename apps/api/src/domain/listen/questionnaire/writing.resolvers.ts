import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { createQuestionnaire, editQuestionnaire, takeModelEnglish } from "./composing.commands.ts";
import * as lifecycle from "./lifecycle.commands.ts";
import { duplicateQuestion } from "./duplicate.ts";
import {
  addQuestion,
  editQuestion,
  explainQuestions,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from "./question.commands.ts";
import { questionnairePolicy } from "./questionnaire.policy.ts";
import { addQuestions, addSection, editSection, moveSection, removeSection } from "./section.commands.ts";

export const questionnaireWritingResolvers: Resolvers = {
  Mutation: {
    createQuestionnaire: (_, { input }, { run }) => run((tx) => createQuestionnaire(tx, input)),
    editQuestionnaire: (_, { input }, { run }) => run((tx) => editQuestionnaire(tx, input)),
    takeModelEnglish: (_, { input }, { run }) => run((tx) => takeModelEnglish(tx, input)),
    addSection: (_, { input }, { run }) => run((tx) => addSection(tx, input)),
    editSection: (_, { input }, { run }) => run((tx) => editSection(tx, input)),
    moveSection: (_, { input }, { run }) => run((tx) => moveSection(tx, input)),
    removeSection: (_, { input }, { run }) => run((tx) => removeSection(tx, input)),
    addQuestion: (_, { input }, { run }) => run((tx) => addQuestion(tx, input)),
    addQuestions: (_, { input }, { run }) => run((tx) => addQuestions(tx, input)),
    duplicateQuestion: (_, { input }, { run }) => run((tx) => duplicateQuestion(tx, input)),
    explainQuestions: (_, { input }, { run }) => run((tx) => explainQuestions(tx, input)),
    editQuestion: (_, { input }, { run }) => run((tx) => editQuestion(tx, input)),
    moveQuestion: (_, { input }, { run }) => run((tx) => moveQuestion(tx, input)),
    removeQuestion: (_, { input }, { run }) => run((tx) => removeQuestion(tx, input)),
    restoreQuestion: (_, { input }, { run }) => run((tx) => restoreQuestion(tx, input)),
    askForPublication: (_, { input }, { run }) => run((tx) => lifecycle.askForPublication(tx, input)),
    publishQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.publishQuestionnaire(tx, input)),
    pauseQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.pauseQuestionnaire(tx, input)),
    resumeQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.resumeQuestionnaire(tx, input)),
    closeQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.closeQuestionnaire(tx, input)),
    reopenQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.reopenQuestionnaire(tx, input)),
    unpublishQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.unpublishQuestionnaire(tx, input)),
    unarchiveQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.unarchiveQuestionnaire(tx, input)),
    archiveQuestionnaire: (_, { input }, { run }) => run((tx) => lifecycle.archiveQuestionnaire(tx, input)),
    showResults: (_, { input }, { run }) => run((tx) => lifecycle.showResults(tx, input)),
  },
  ViewerRights: {
    compose: (_, __, { viewer }) => questionnairePolicy.compose(viewer),
  },
};
