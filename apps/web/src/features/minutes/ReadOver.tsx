import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { ReadOver_own } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { newKey } from "../../ui/key.ts";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { WellQuoted } from "./WellQuoted.tsx";
import { stateNames } from "./Corrections.tsx";
import { correctMinutes } from "./minutes.mutations.tsx";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

/** Minutes as somebody who was there reads them over, with what they asked for. */
export const readOver: TypedDocumentNode<ReadOver_own> = gql`
  fragment ReadOver_own on OwnAttendance {
    code
    meeting {
      id
      minutes {
        id
        state
        reviewUntil
        blocks {
          id
          kind
          topic
          text
        }
      }
    }
    quotes {
      id
      edit
      text
      owner
      consent
    }
    corrections {
      id
      blockId
      text
      state
      reason
    }
  }
`;

/** The blocks of minutes, each with a correction to ask for while they are read over. */
export function ReadOver({ own: { code, meeting, corrections, quotes } }: { own: ReadOver_own }) {
  const minutes = meeting.minutes!;
  const isOpen = minutes.state === "IN_REVIEW";
  return (
    <>
      <p>
        {isOpen
          ? m.minutes_read_over({ date: minutes.reviewUntil ? formatDate(minutes.reviewUntil) : "" })
          : m.minutes_read_over_done()}
      </p>
      <WellQuoted code={code} quotes={quotes} isOpen={isOpen} />
      <ol className="flow">
        {minutes.blocks.map(({ id, topic, text }) => (
          <li key={id} className="flow">
            {topic && (
              <p>
                <b lang={contentLang()}>{topic}</b>
              </p>
            )}
            <p lang={contentLang()}>{text}</p>
            {corrections
              .filter(({ blockId }) => blockId === id)
              .map((one) => (
                <p key={one.id}>
                  <Chip tone={one.state === "OPEN" ? "open" : "done"}>{stateNames[one.state]()}</Chip>{" "}
                  <span lang={contentLang()}>{m.minutes_correction_wanted({ text: one.text })}</span>{" "}
                  {one.reason && (
                    <span lang={contentLang()}>{m.minutes_correction_reason({ reason: one.reason })}</span>
                  )}
                </p>
              ))}
            {isOpen && (
              <Disclosure summary={m.minutes_correct()}>
                <Correct code={code} blockId={id} text={text} />
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Correct({ code, blockId, text }: { code: string; blockId: string; text: string }) {
  const act = useAct(correctMinutes, ["MeetingFollowPage"]);
  const [key, setKey] = useState(newKey);
  const name = `minutesCorrection:${blockId}`;
  const send = async (fields: FormData) => {
    const typed = (field: string) => (fields.get(field) as string | null) ?? "";
    if (!(await act.run({ key, code, blockId, text: typed("text"), why: typed("why") || null }))) return;
    void forgetKept(name);
    setKey(newKey());
  };
  return (
    <Form label={m.minutes_correct()} problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)}>
      <WritingArea
        name="text"
        label={m.minutes_correct_text()}
        rows={3}
        maxLength={limits["minutes.text"]}
        defaultValue={text}
      />
      <WritingArea name="why" label={m.minutes_correct_why()} optional rows={2} maxLength={limits["minutes.reason"]} />
      <KeptFields name={name} />
      <Failed because={act.failed}>{m.minutes_not_saved()}</Failed>
      <Button type="submit">{m.minutes_correct_send()}</Button>
    </Form>
  );
}
