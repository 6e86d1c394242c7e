import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type { ReadOver_own } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useMedia } from "../../ui/useMedia.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { WellQuoted } from "./WellQuoted.tsx";
import { stateNames } from "./Corrections.tsx";
import { correctMinutes, sayMinutesExact, withdrawMinutesCorrection } from "./minutes.mutations.tsx";

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
        present
        remote
        readBy
        blocks {
          id
          edit
          kind
          topic
          text
        }
      }
    }
    exact
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

type Said = ReadOver_own["corrections"][number];

/** The blocks of minutes: while they are read over one says of each that it is exact, or corrects it. */
export function ReadOver({ own: { code, meeting, corrections, quotes, exact } }: { own: ReadOver_own }) {
  const { state, reviewUntil, blocks, readBy, present, remote } = meeting.minutes!;
  const isOpen = state === "IN_REVIEW";
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState(() => (blocks.find(({ id }) => !exact.includes(id)) ?? blocks[0])?.id);
  const go = (step: number) => {
    const next = list.current!.children[blocks.findIndex(({ id }) => id === chosen) + step];
    next?.querySelector("button")?.focus();
  };
  useKeys(isOpen ? { j: () => go(1), k: () => go(-1) } : {});
  return (
    <>
      <p>
        {isOpen
          ? m.minutes_read_over({ date: reviewUntil ? formatDate(reviewUntil) : "" })
          : m.minutes_read_over_done()}
      </p>
      {readBy && (
        <p>
          <b>{m.minutes_read_by({ count: readBy, all: present + remote })}</b>
        </p>
      )}
      <WellQuoted code={code} quotes={quotes} isOpen={isOpen} />
      <ol className="flow" ref={list}>
        {blocks.map((block, at) => {
          const said = corrections.filter(({ blockId }) => blockId === block.id);
          return (
            <li key={block.id}>
              <Card tone={isOpen && block.id === chosen ? "now" : "plain"}>
                {block.topic && (
                  <p>
                    <b lang={contentLang()}>{block.topic}</b>
                  </p>
                )}
                <p lang={contentLang()}>{block.text}</p>
                {said.map((one) => (
                  <Asked
                    code={code}
                    correction={one}
                    // Its button goes with it.
                    onWithdrawn={() =>
                      list.current!.children[at]?.querySelector<HTMLElement>("[aria-expanded]")?.focus()
                    }
                    key={one.id}
                  />
                ))}
                {isOpen && (
                  <Judge
                    code={code}
                    block={block}
                    isExact={exact.includes(block.id)}
                    isCorrected={said.some((one) => one.state === "OPEN")}
                    isChosen={block.id === chosen}
                    onChosen={() => setChosen(block.id)}
                  />
                )}
              </Card>
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface AskedProps {
  code: string;
  correction: Said;
  onWithdrawn: () => void;
}

/** A correction that one asked for, with its answer; while it waits one may take it back. */
function Asked({ code, correction: { id, state, text, reason }, onWithdrawn }: AskedProps) {
  const act = useAct(withdrawMinutesCorrection, ["MeetingFollowPage"]);
  const withdraw = async () => (await act.run({ code, id })) && onWithdrawn();
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={() => void withdraw()}>
      <p>
        <Chip tone={state === "OPEN" ? "open" : "done"}>{stateNames[state]()}</Chip>{" "}
        <span lang={contentLang()}>{m.minutes_correction_wanted({ text })}</span>{" "}
        {reason && <span lang={contentLang()}>{m.minutes_correction_reason({ reason })}</span>}
      </p>
      <Failed because={act.failed} />
      {state === "OPEN" && (
        <Button type="submit" small>
          {m.minutes_correction_withdraw()}
        </Button>
      )}
    </Form>
  );
}

interface JudgeProps {
  code: string;
  block: NonNullable<ReadOver_own["meeting"]["minutes"]>["blocks"][number];
  isExact: boolean;
  /** True while a correction that one asked for waits: the block is not exact then. */
  isCorrected: boolean;
  /** The block in hand: the keys are its own. */
  isChosen: boolean;
  onChosen: () => void;
}

/** « C’est exact », which a second press takes back, or a correction. */
function Judge({ code, block: { id, edit, text }, isExact, isCorrected, isChosen, onChosen }: JudgeProps) {
  const act = useAct(sayMinutesExact, ["MeetingFollowPage"]);
  const [corrects, setCorrects] = useState(false);
  // Keys are drawn where they act, and not by touch.
  const shown = useMedia("(pointer: fine)") && isChosen;
  const correct = useRef<HTMLButtonElement>(null);
  const sent = () => {
    setCorrects(false);
    correct.current?.focus();
  };
  const say = () => !act.busy && act.run({ code, blockId: id, edit, exact: !isExact });
  useKeys(isChosen ? { e: isCorrected ? undefined : () => void say(), c: () => setCorrects(true) } : {});
  return (
    <>
      <Form problems={act.problems} busy={act.busy} onSubmit={() => void say()}>
        <div className="cluster">
          {!isCorrected && (
            <Button type="submit" small aria-pressed={isExact} aria-keyshortcuts="E" onFocus={onChosen}>
              {m.minutes_exact()} {shown && !isExact && <Drawn>E</Drawn>}
            </Button>
          )}
          <Button
            small
            aria-expanded={corrects}
            aria-keyshortcuts="C"
            onFocus={onChosen}
            onClick={() => setCorrects(!corrects)}
            ref={correct}
          >
            {m.minutes_correct()} {shown && <Drawn>C</Drawn>}
          </Button>
        </div>
        <Failed because={act.failed} />
      </Form>
      {corrects && <Correct code={code} blockId={id} text={text} onSent={sent} />}
    </>
  );
}

/** A key, in the style that a page for readers carries already. */
const Drawn = ({ children }: { children: string }) => (
  <kbd aria-hidden="true">
    <Chip>{children}</Chip>
  </kbd>
);

const toFocus = (it: HTMLElement | null) => it?.focus();

interface CorrectProps {
  code: string;
  blockId: string;
  text: string;
  onSent: () => void;
}

function Correct({ code, blockId, text, onSent }: CorrectProps) {
  const act = useAct(correctMinutes, ["MeetingFollowPage"]);
  const key = useRef<string>(undefined);
  const name = `minutesCorrection:${blockId}`;
  const send = async (fields: FormData) => {
    const typed = (field: string) => (fields.get(field) as string | null) ?? "";
    const input = { code, blockId, text: typed("text"), why: typed("why") || null };
    key.current ??= keptKey(name, input);
    if (!(await act.run({ key: key.current, ...input }))) return;
    forgetKept(name);
    onSent();
  };
  return (
    <Form label={m.minutes_correct()} problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)}>
      <WritingArea
        name="text"
        label={m.minutes_correct_text()}
        rows={3}
        maxLength={limits["minutes.text"]}
        ref={toFocus}
        defaultValue={text}
      />
      <WritingArea name="why" label={m.minutes_correct_why()} optional rows={2} maxLength={limits["minutes.reason"]} />
      <KeptFields name={name} />
      <Failed because={act.failed} />
      <Button type="submit">{m.minutes_correct_send()}</Button>
    </Form>
  );
}
