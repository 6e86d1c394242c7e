import { gql, type TypedDocumentNode } from "@apollo/client";
import { addDays } from "@cahier/schema/calendar/days";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type {
  AskWeekQuestion as Asked,
  AskWeekQuestion_group,
  AskWeekQuestionVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { alsoSay } from "../../ui/problems.ts";
import { saidAs } from "../../ui/saidAs.ts";
import { useAct } from "../../ui/useAct.ts";
import { PlannedWeekQuestions } from "./PlannedWeekQuestions.tsx";
import { contentLang } from "../../i18n/content.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const fragment: TypedDocumentNode<AskWeekQuestion_group> = gql`
  fragment AskWeekQuestion_group on WorkingGroup {
    id
    smallTeam
    objectives {
      id
      slug
      number
      question
    }
    weekQuestionChoices {
      id
      code
      label
    }
    ...PlannedWeekQuestions_group @unmask
  }
  ${PlannedWeekQuestions.fragment}
`;

const mutation: TypedDocumentNode<Asked, AskWeekQuestionVariables> = gql`
  mutation AskWeekQuestion($input: AskWeekQuestionInput!) {
    askWeekQuestion(input: $input) {
      ...Form_outcome @unmask
      weekQuestion {
        id
      }
    }
  }
  ${Form.fragment}
`;

/** The Monday of a day. */
const mondayOf = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Writes the question of a week, or takes one that is asked already; those that are asked or wait stand above. */
export function AskWeekQuestion({ group, today }: { group: AskWeekQuestion_group; today: string }) {
  const { id: groupId, objectives, weekQuestionChoices: choices, plannedWeekQuestions: planned } = group;
  const key = useRef<string>(undefined);
  const act = useAct(mutation, ["GroupRunPage"]);
  const [from, setFrom] = useState("written");
  const first = mondayOf(today);
  const weeks = Array.from({ length: 9 }, (_, at) => addDays(first, 7 * at));
  const taken = new Set(planned.map(({ week }) => week));
  const kept = `week-question:${groupId}`;
  const send = async (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null)?.trim() || null;
    const input = {
      groupId,
      week: value("week") ?? first,
      questionId: from === "picked" ? (value("questionId") ?? "") : null,
      objective: value("objective"),
      words: value("words"),
      why: value("why"),
    };
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptKey(kept, input);
    const done = await act.run({ key: key.current, ...input });
    if (!done) return;
    key.current = undefined;
    forgetKept(kept);
  };
  return (
    <>
      <p>{m.weekQuestion_ask_lead()}</p>
      <PlannedWeekQuestions group={group} />
      <Form
        key={planned.length}
        label={m.weekQuestion_ask()}
        problems={saidAs(act.problems, { ALREADY_THERE: m.weekQuestion_taken })}
        busy={act.busy}
        onSubmit={(fields) => void send(fields)}
      >
        <Select name="week" label={m.weekQuestion_which()} defaultValue={weeks.find((week) => !taken.has(week))}>
          {weeks.map((week) => (
            <option value={week} key={week}>
              {week === first
                ? m.weekQuestion_this({ date: formatDate(week, "short") })
                : m.weekQuestion_week({ date: formatDate(week, "short") })}
            </option>
          ))}
        </Select>
        {choices.length > 0 && (
          <Select
            name="from"
            label={m.weekQuestion_from()}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          >
            <option value="written">{m.weekQuestion_written()}</option>
            <option value="picked">{m.weekQuestion_picked()}</option>
          </Select>
        )}
        {from === "picked" ? (
          <Select name="questionId" label={m.weekQuestion_choice()} defaultValue="">
            <option value="">{m.weekQuestion_choose()}</option>
            {choices.map(({ id, code, label }) => (
              <option lang={contentLang()} value={id} key={id}>
                {code} {label}
              </option>
            ))}
          </Select>
        ) : (
          <>
            <Select name="objective" label={m.weekQuestion_objective()}>
              {objectives.map(({ id, slug, number, question }) => (
                <option lang={contentLang()} value={slug} key={id}>
                  {number}. {question}
                </option>
              ))}
            </Select>
            <TextField
              name="words"
              label={m.weekQuestion_words()}
              help={m.weekQuestion_words_help()}
              optional
              maxLength={limits["question.label"]}
            />
            <TextField
              name="why"
              label={m.weekQuestion_why()}
              help={m.weekQuestion_why_help()}
              maxLength={limits["question.rationale"]}
            />
            {!group.smallTeam && <p className="quiet">{m.weekQuestion_ask_second()}</p>}
          </>
        )}
        <KeptFields name={kept} />
        <Failed because={act.failed} />
        <Button type="submit" primary>
          {m.weekQuestion_send()}
        </Button>
      </Form>
    </>
  );
}

AskWeekQuestion.fragment = fragment;
