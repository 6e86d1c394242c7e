import { m } from "@cahier/schema/messages";

/** Names of the natures of key points, in the language of the page or in the one given. */
export const natureNames = {
  FINDING: m.vocabulary_nature_FINDING,
  DEFINITION: m.vocabulary_nature_DEFINITION,
  PROBLEM: m.vocabulary_nature_PROBLEM,
  LEVER: m.vocabulary_nature_LEVER,
  ARGUMENT: m.vocabulary_nature_ARGUMENT,
  OBJECTION: m.vocabulary_nature_OBJECTION,
  EXAMPLE: m.vocabulary_nature_EXAMPLE,
};
