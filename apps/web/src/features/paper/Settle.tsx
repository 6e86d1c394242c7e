import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type AnswerValue, type Definition, otherKey, questionsOf } from "@cahier/schema/questionnaire/definition";
import { readTyped } from "@cahier/schema/questionnaire/printed";
import { useState } from "react";
import type { Settle_entry, SettlePaperEntry, SettlePaperEntryVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { isFilled } from "../../ui/formFields.ts";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { inFull } from "./typed.ts";
import { unreadable } from "./written.ts";

const fragment: TypedDocumentNode<Settle_entry> = gql`
  fragment Settle_entry on PaperEntry {
    id
    enteredBy
    second {
      id
      enteredBy
      settledOn
      compared
      differences {
        key
        first
        second
        settled
      }
    }
  }
`;

const mutation: TypedDocumentNode<SettlePaperEntry, SettlePaperEntryVariables> = gql`
  mutation SettlePaperEntry($input: SettlePaperEntryInput!) {
    settlePaperEntry(input: $input) {
      ...Form_outcome @unmask
      entry {
        ...Settle_entry
      }
    }
  }
  ${Form.fragment}
  ${fragment}
`;

interface Props {
  /** To be selected with `@unmask`. */
  entry: Settle_entry;
  definition: Definition;
  territories: ReadonlyMap<string, string>;
  today: string;
}

/** Typing the words of the paper sheet says that neither entry holds; words that come back choose nothing. */
function chooses(form: HTMLFormElement | null, key: string) {
  if (form && isFilled(form)) return;
  const choice = form?.elements.namedItem(key);
  if (choice instanceof RadioNodeList) choice.value = "other";
}

/** Differences between two entries of one sheet, question by question: one of the two holds, or neither. */
export function Settle({ entry, definition, territories, today }: Props) {
  const [settle, { data, loading, error }] = useMutation(mutation);
  const [unread, setUnread] = useState<readonly Problem[]>([]);
  const { second } = entry;
  const questions = new Map(questionsOf(definition).map((question) => [question.id, question]));
  if (!second) return null;
  const words = (key: string, value: unknown) => {
    const question = questions.get(key.replace(/-other$/, ""));
    const said =
      question && key === question.id
        ? inFull(question, value as AnswerValue, territories)
        : ((value as string | null) ?? "");
    return said || m.paper_nothing_typed();
  };
  const submit = async (fields: FormData) => {
    const problems: Problem[] = [];
    const answers = second.differences.flatMap(({ key, first, second: other }) => {
      const choice = fields.get(key);
      if (choice === "first") return { questionId: key, value: first };
      if (choice === "second") return { questionId: key, value: other };
      if (choice !== "other") return [];
      const typed = (fields.get(`${key} other`) as string) ?? "";
      const question = questions.get(key);
      const { value, problem } = question
        ? readTyped(question, typed, today, territories)
        : { value: typed.trim() || undefined };
      if (question && problem) problems.push({ ...unreadable(question, problem), field: `${key} other` });
      // Nothing typed there is a slip of the hand, which would take what both have read.
      if (!typed.trim()) problems.push({ code: "REQUIRED", field: `${key} other` });
      return { questionId: key, value: value ?? null };
    });
    setUnread(problems);
    if (problems.length > 0) return false;
    const done = await settle({ variables: { input: { entryId: entry.id, answers } } }).catch(() => null);
    return done?.data?.settlePaperEntry.problems.length === 0;
  };
  if (second.settledOn !== null)
    return (
      <Notice tone="done">
        {second.differences.length === 0
          ? m.paper_again_same({ compared: second.compared })
          : m.paper_again_settled({ count: second.differences.length, compared: second.compared })}
      </Notice>
    );
  return (
    <KeptForm
      kept={`paperSettled:${entry.id}`}
      problems={[...unread, ...(data?.settlePaperEntry.problems ?? [])]}
      busy={loading}
      onSubmit={submit}
    >
      <p>{m.paper_again_differ({ count: second.differences.length, compared: second.compared })}</p>
      {second.differences.map(({ key, first, second: other }) => {
        const question = questions.get(key.replace(/-other$/, ""));
        return (
          <Fieldset
            name={key}
            legend={`${question?.code ?? ""} ${question?.label ?? key}${key === otherKey(question?.id ?? "") ? ` (${m.questionnaire_other()})` : ""}`}
            key={key}
          >
            <Choices>
              <RadioCard
                name={key}
                value="first"
                label={words(key, first)}
                help={m.paper_again_first({ name: entry.enteredBy })}
              />
              <RadioCard
                name={key}
                value="second"
                label={words(key, other)}
                help={m.paper_again_second({ name: second.enteredBy })}
              />
              <RadioCard name={key} value="other" label={m.paper_again_neither()} />
            </Choices>
            <TextField
              name={`${key} other`}
              label={m.paper_again_read()}
              optional
              onChange={({ currentTarget }) => chooses(currentTarget.form, key)}
            />
          </Fieldset>
        );
      })}
      <Failed because={error} />
      <Button primary type="submit" disabled={loading}>
        {m.paper_again_settle()}
      </Button>
    </KeptForm>
  );
}

Settle.fragment = fragment;
