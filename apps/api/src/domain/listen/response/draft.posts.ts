import { type Answers, type Definition, otherKey, questionsOf } from "@cahier/schema/questionnaire/definition";
import type { Language, Problem, SaveDraftInput, SubmitResponseInput } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import type { Server } from "../../../platform/server/http.ts";
import type { Draft } from "../draft/draft.entity.ts";

/** A draft, or what will be one once its first part is kept. */
export type Written = Pick<Draft, "key" | "questionnaireId" | "appearance" | "authorName"> & {
  token: string;
  answers: Answers;
  /** Null while nothing is kept. */
  version: number | null;
};

const names = [
  "appearance",
  "authorName",
  "follow",
  "followUpEmail",
  "speaksAs",
  "organisationId",
  "organisationName",
  "peopleCount",
];

/** Fields of a form beside its answers, by name. */
export const besides = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return value === null ? [] : [[name, value.slice(0, 500)]];
    }),
  );

const asInput = (answers: Answers) => Object.entries(answers).map(([questionId, value]) => ({ questionId, value }));

const saving = `mutation SaveDraftByForm($input: SaveDraftInput!) {
  saveDraft(input: $input) { problems { code field value } }
}`;

/** Keeps a draft as it stands: what is refused comes back. */
export async function savedBy(
  server: Server,
  context: Context,
  { token, key, questionnaireId, answers, appearance, authorName, version }: Written,
  { part, revision }: { part: number; revision: number | null },
): Promise<readonly Problem[]> {
  const input: SaveDraftInput = {
    token,
    key,
    questionnaireId,
    answers: asInput(answers),
    part,
    appearance,
    authorName,
    questionnaireRevision: revision,
    version,
  };
  return (await outcomeOf(server, context, saving, input)).problems;
}

const sending = `mutation SubmitResponseByForm($input: SubmitResponseInput!) {
  submitResponse(input: $input) { problems { code field value } receipt { code } }
}`;

/** Sends a draft, and what was said beside its answers. */
export async function sentBy(
  server: Server,
  context: Context,
  { key, questionnaireId, answers, appearance, authorName }: Written,
  asked: { fields: Record<string, string>; revision: number | null; definition: Definition; language: Language },
): Promise<Outcome> {
  const { fields, revision, language } = asked;
  // A draft may be older than the questionnaire: what is no longer asked is left where it is.
  const known = new Set(questionsOf(asked.definition).flatMap(({ id }) => [id, otherKey(id)]));
  const input: SubmitResponseInput = {
    key,
    questionnaireId,
    answers: asInput(answers).filter(({ questionId }) => known.has(questionId)),
    appearance,
    authorName: appearance === "NAMED" ? authorName : null,
    followUpEmail: fields.follow ? fields.followUpEmail || "?" : null,
    followUpLanguage: language,
    questionnaireRevision: revision,
    speaksAs: (fields.speaksAs || null) as SubmitResponseInput["speaksAs"],
    organisationId: fields.speaksAs === "ORGANISATION" ? fields.organisationId || null : null,
    organisationName: fields.organisationName || null,
    peopleCount: Number((fields.peopleCount ?? "").replace(/\s/g, "").replace(",", ".")) || null,
  };
  return outcomeOf(server, context, sending, input);
}

interface Outcome {
  problems: Problem[];
  receipt?: { code: string } | null;
}

/** Runs a mutation; what comes to no outcome is a fault of ours, or of what was posted by hand. */
async function outcomeOf({ graphql }: Server, contextValue: Context, query: string, input: object): Promise<Outcome> {
  const { body } = await graphql.executeOperation({ query, variables: { input } }, { contextValue });
  if (body.kind !== "single") throw new Error("No incremental answers here.");
  const { data, errors } = body.singleResult;
  const [outcome] = Object.values(data ?? {}) as (Outcome | null)[];
  if (!outcome) throw errors?.[0] ?? new Error("A form came to nothing.");
  return outcome;
}
