import { m } from "@cahier/schema/messages";
import type { Definition } from "@cahier/schema/questionnaire/definition";
import { useState } from "react";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type Problem, problemSentence } from "../../ui/problems.ts";
import styles from "./Paper.module.css";
import { fieldWords } from "./rows.ts";
import type { PaperQueue, QueueBlocker, QueueState } from "./queue.ts";
import { type Dropped, droppedDays, isHeldBack, type Waiting } from "./unsent.ts";

interface Props extends QueueState {
  queue: PaperQueue;
  /** The sheet in hand would be lost: it is kept first. */
  mendable: boolean;
  onMend: (waiting: Waiting) => void;
  /** The questions that a sheet answers, where this page has them: what is refused names its field. */
  definitionOf: (waiting: Waiting) => Definition | undefined;
}

const whys: Record<QueueBlocker, () => string> = {
  offline: m.paper_held_offline,
  busy: m.paper_held_busy,
  "signed-out": m.paper_held_signed_out,
  "somebody-else": m.paper_held_somebody_else,
};

/** Gives the focus to a line that has just come, for those who use a keyboard. */
const takeFocus = (place: HTMLElement | null) => place?.focus();

/**
 * Sheets still on this device, with the problems of those refused and those that the site failed on; what is left out of
 * them is taken up again for a while.
 */
export function QueuePanel({ queue, waiting, dropped, held, busy, sent, mendable, onMend, definitionOf }: Props) {
  const [own, setOwn] = useState<readonly string[]>([]);
  const [back, setBack] = useState<string | null>(null);
  const last = dropped.find(({ key }) => own.includes(key));
  const drop = (one: Waiting) => {
    queue.drop(one);
    setOwn([...own, one.key]);
  };
  const takeUp = (one: Dropped) => {
    if (queue.takeUp(one)) setBack(one.key);
  };
  const heldBack = waiting.filter(isHeldBack);
  const aside = heldBack.filter(({ problems }) => problems === null);
  const ready = waiting.length - heldBack.length;
  return (
    <>
      <Notice live tone={heldBack.length > 0 || (held && ready > 0) ? "warn" : "done"}>
        <p data-queue={waiting.length}>
          {waiting.length > 0 ? m.paper_queue_count({ count: waiting.length }) : m.paper_queue_empty()}{" "}
          {sent > 0 && m.paper_queue_sent({ count: sent })}
        </p>
        {held && ready > 0 && <p>{whys[held]()}</p>}
        {held === "signed-out" && <Link to={paths.signIn()}>{m.person_sign_in()}</Link>}
      </Notice>
      {ready > 0 && (
        <p>
          <Button small disabled={busy} onClick={() => void queue.flush()}>
            {m.paper_queue_now()}
          </Button>
        </p>
      )}
      {last && (
        <Notice tone="done" live>
          <span className="cluster">
            {m.paper_dropped({ name: last.name })}
            <Button small onClick={() => takeUp(last)} ref={takeFocus} key={last.key}>
              {m.vocabulary_undo()}
            </Button>
          </span>
        </Notice>
      )}
      {heldBack.length > 0 && (
        <div className="flow">
          {aside.length > 1 && (
            <p>
              <Button small disabled={busy} onClick={() => void queue.tryAgain(aside)}>
                {m.paper_try_all_again()}
              </Button>
            </p>
          )}
          <ul className={styles.waiting}>
            {heldBack.map((one) => (
              <li data-refused tabIndex={-1} ref={one.key === back ? takeFocus : undefined} key={one.key}>
                <b>{one.name}</b>
                {one.problems === null && (
                  <p className={styles.problem}>
                    {m.paper_set_aside()} {one.fault?.said}
                  </p>
                )}
                {one.problems?.map((problem) => (
                  <p className={styles.problem} key={`${problem.field} ${problem.code}`}>
                    <Refused problem={problem} one={one} definition={definitionOf(one)} />
                  </p>
                ))}
                <Mending {...{ queue, one, busy, mendable, onMend }} onDrop={() => drop(one)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {dropped.length > 0 && (
        <Disclosure summary={m.paper_dropped_count({ count: dropped.length })}>
          <p className="quiet">{m.paper_dropped_lead({ days: droppedDays })}</p>
          <ul className={styles.waiting}>
            {dropped.map((one) => (
              <li key={one.key}>
                <b>{one.name}</b>
                <p className="quiet">{m.paper_dropped_on({ date: formatDate(one.droppedAt) })}</p>
                <p>
                  <Button small aria-label={m.paper_take_up_named({ name: one.name })} onClick={() => takeUp(one)}>
                    {m.paper_take_up()}
                  </Button>
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** Error of a field, after its words. */
function Refused({ problem, one, definition }: { problem: Problem; one: Waiting; definition: Definition | undefined }) {
  if (problem.field === "questionnaireRevision") return m.paper_other_edition();
  const words = fieldWords(problem, one.written, definition);
  return (words ? `${words}${m.ui_colon()}` : "") + problemSentence(problem);
}

interface MendingProps extends Pick<Props, "queue" | "busy" | "mendable" | "onMend"> {
  one: Waiting;
  onDrop: () => void;
}

function Mending({ queue, one, busy, mendable, onMend, onDrop }: MendingProps) {
  const used = one.problems?.some(({ code }) => code === "CODE_USED");
  const another = () => {
    const { written, input } = one;
    queue.add({
      ...one,
      problems: null,
      input: { ...input, anotherSheet: true },
      written: { ...written, head: { ...written.head, anotherSheet: "1" } },
    });
    void queue.flush();
  };
  return (
    <div className="flow">
      {used && <p>{m.paper_code_used_why()}</p>}
      <div className="cluster">
        {one.problems === null && (
          <Button
            small
            aria-label={m.paper_try_again_named({ name: one.name })}
            disabled={busy}
            onClick={() => void queue.tryAgain([one])}
          >
            {m.paper_try_again()}
          </Button>
        )}
        {used && (
          <Button small onClick={another}>
            {m.paper_code_used_another()}
          </Button>
        )}
        <Button small disabled={!mendable} onClick={() => onMend(one)}>
          {m.paper_mend({ name: one.name })}
        </Button>
        <Button small onClick={onDrop}>
          {used ? m.paper_code_used_same() : m.paper_drop()}
        </Button>
      </div>
      {!mendable && <p className="quiet">{m.paper_mend_first()}</p>}
    </div>
  );
}
