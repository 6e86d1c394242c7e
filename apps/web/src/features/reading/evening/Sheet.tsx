import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import { keepOnDevice, useDeviceValue } from "../../../ui/device.ts";
import type { Stretch } from "../../../shared/sentences.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ObjectiveSelect } from "../ObjectiveSelect.tsx";
import { ReadForm } from "../ReadForm.tsx";
import { useReadingSearch } from "../filter.ts";
import { useSuggestions } from "../suggesting.tsx";
import { held, playHeld, useArrived } from "../useArrived.ts";
import { isReady, useAhead } from "./ahead.ts";
import { Ends, type End, ends } from "./Ends.tsx";
import styles from "./Evening.module.css";
import { extended, EveningText, firstSentence, nextSentence } from "./EveningText.tsx";
import { Foot } from "./Foot.tsx";
import { GoOn } from "./GoOn.tsx";
import { Keys } from "./Keys.tsx";
import { Leaf } from "./Leaf.tsx";
import { type Given, Marked } from "./Marked.tsx";
import { Peek } from "./Peek.tsx";
import { Pins } from "./Pins.tsx";
import { useEvening, useOutbox, useSession } from "./sending.tsx";
import { marksOf, type Target } from "./session.ts";
import { Toasts } from "./Toasts.tsx";
import { Top } from "./Top.tsx";
import { useKeys } from "./useKeys.ts";
import { usePins } from "./usePins.ts";
import { Panel } from "./Panel.tsx";

type Desk = ReadingTextPage["readingDesk"];
type Item = NonNullable<Desk["contribution"]>;

interface Props {
  item: Item;
  readingDesk: Desk;
  themes: readonly { slug: string; title: string }[];
  /** The query of the page, for the texts that come next. */
  query: TypedDocumentNode<ReadingTextPage, ReadingTextPageVariables>;
  variablesOf: (id: string, search: URLSearchParams) => ReadingTextPageVariables;
  /** The rest of the response, and what is near. */
  whole: ReactNode;
}

/** Name under which a device keeps that a sentence that is given leads to the next text. */
const goesOn = "evening:goes-on";

/** The sheet of one text in an evening, with all that is done on it; it fills the screen. */
export function Sheet({ item, readingDesk, themes, query, variablesOf, whole }: Props) {
  const { contribution, objective, blind } = item;
  const { id, body } = contribution;
  const session = useSession();
  const { acts, changes, ended } = useEvening(session);
  const outbox = useOutbox(session);
  const client = useApolloClient();
  const navigate = useNavigate();
  const search = useReadingSearch();
  const params = new URLSearchParams(useLocation().search);
  const text = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<"whole" | "keys" | "end" | null>(null);
  const [finding, setFinding] = useState(false);
  const [missing, setMissing] = useState(false);
  const leadsOn = useDeviceValue(goesOn) === "1";
  const marks = useMarks(item, changes);
  const [chosen, setChosen] = useState<Stretch | null>(() => firstSentence(body, marks));
  const [reason, setReason] = useState<End>("ALREADY_SAID");
  const { keyPoints, pin } = usePins(objective);
  const { found } = useSuggestions(id, objective?.slug ?? "", item.canMark ? chosen : null);
  useArrived();
  useAhead(query, (to) => variablesOf(to, params), item.nextId);

  const isMarked = marks.length > 0;
  const isDone = isMarked || ended.has(id) || blind;
  const back = () => text.current?.focus();

  /** To another text, which takes the focus, and the keys pressed meanwhile. */
  const go = async (to: string) => {
    held.hold();
    if (await isReady(client, query, variablesOf(to, params)))
      return navigate(paths.readingText(to) + search, { state: {} });
    setMissing(true);
    return playHeld();
  };
  const quit = () => {
    held.drop();
    void navigate(paths.readingEvening() + search);
  };
  /** After the last one to the end of the evening, which says how far one is. */
  const next = () => {
    session.walked.push(id);
    return item.nextId ? go(item.nextId) : quit();
  };
  const before = () => {
    const to = session.walked.pop() ?? item.previousId;
    return to && go(to);
  };
  const read = (why: Parameters<typeof session.read>[1]) => {
    session.read(id, why);
    void next();
  };
  const done = () => {
    // What is marked is read; a second reader says so, and finds out then what the first one marked.
    if (isMarked && !blind) return next();
    return read({ notRetained: blind ? null : "NOTHING_TO_ADD" });
  };
  const end = (why: End) => {
    if (isMarked || blind) return undefined;
    if (why !== "OUT_OF_SCOPE") return read({ notRetained: why });
    setReason(why);
    return setOpen("end");
  };
  const give = (target: Target) => {
    if (!chosen || !item.canMark) return;
    session.give(id, chosen, body.slice(chosen.start, chosen.end), target);
    const following = nextSentence(body, chosen, marks);
    setChosen(following);
    setFinding(false);
    back();
    // After the last one the end waits for Enter: there is no way back from it to a second key point.
    if (leadsOn && !blind && item.nextId) void next();
  };
  const undo = () => {
    const on = session.undo();
    if (on && on !== id) void go(on);
    else back();
  };
  const toggle = (what: typeof open) => {
    if (open === what) back();
    setOpen(open === what ? null : what);
  };
  const together = () => {
    setOpen("whole");
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-together] button")?.focus());
  };
  // At once: the letters that follow are those of the word.
  const find = () => document.querySelector<HTMLInputElement>("[data-find]")?.focus();

  useKeys({
    on: {
      Enter: done,
      Escape: () => (open ? toggle(open) : finding ? (setFinding(false), back()) : setChosen(null)),
      "/": find,
      n: find,
      r: done,
      p: next,
      j: next,
      k: before,
      u: undo,
      c: () => toggle("whole"),
      e: together,
      q: quit,
      "?": () => toggle("keys"),
      ...Object.fromEntries(ends().map(({ reason: why, letter }) => [letter, () => end(why)])),
    },
    onDigit: (digit) => keyPoints[digit - 1] && give(keyPoints[digit - 1]!),
  });

  const digits = new Map(keyPoints.slice(0, 9).map((keyPoint, index) => [keyPoint.sentence, index + 1]));
  const unsent = new Set(outbox.waiting.map((one) => one.contributionId)).size;
  return (
    <div className={styles.evening}>
      <Top
        read={readingDesk.evening.read}
        toRead={readingDesk.toRead}
        hoursLeft={readingDesk.evening.hoursLeft}
        onQuit={quit}
        onKeys={() => toggle("keys")}
      >
        {objective && item.objectives.length > 1 ? (
          <ObjectiveSelect objectives={item.objectives} chosen={objective.slug} />
        ) : (
          objective && m.objective_number(objective)
        )}
      </Top>
      <div className={styles.desk}>
        <div className={styles.reading}>
          {blind && <Notice tone="info">{m.reading_blind()}</Notice>}
          <Leaf item={item} whole={open === "whole"} onWhole={() => toggle("whole")}>
            {!item.canMark && <Notice tone="info">{m.reading_unpublished()}</Notice>}
            <EveningText
              text={body}
              marks={marks}
              digitOf={({ keyPoint }) => digits.get(keyPoint.sentence)}
              chosen={item.canMark ? chosen : null}
              onChoose={setChosen}
              arrival={id}
              ref={text}
            />
          </Leaf>
          <div className={styles.nexts}>
            <GoOn
              words={isDone ? m.evening_next() : m.evening_nothing()}
              onDone={() => void done()}
              onPass={() => void next()}
              onExtend={chosen ? () => setChosen(extended(body, chosen)) : undefined}
            />
            {!isDone && (
              <Ends
                onEnd={end}
                onWord={() => {
                  setReason("ALREADY_SAID");
                  setOpen("end");
                }}
              />
            )}
          </div>
        </div>
        <Peek id={item.nextId} />
        <Toasts
          last={acts.at(-1) ?? null}
          here={id}
          missing={missing}
          unsent={unsent}
          onUndo={undo}
          onGo={(to) => void go(to)}
        />
        {open === "whole" && (
          <Panel title={m.evening_whole()} letter="C" onClose={() => toggle("whole")}>
            {whole}
            <Marked contributionId={id} text={body} marks={marks} />
          </Panel>
        )}
        {open === "keys" && (
          <Panel title={m.evening_keys()} letter="?" onClose={() => toggle("keys")}>
            <Keys />
          </Panel>
        )}
      </div>
      {item.canMark && objective && (
        <Pins
          keyPoints={keyPoints}
          objective={objective}
          given={new Set(marks.map(({ keyPoint }) => keyPoint.id))}
          found={found}
          canGive={!!chosen}
          finding={finding}
          onFinding={(now) => (now ? setFinding(true) : (setFinding(false), back()))}
          onGive={give}
          onPin={pin}
        >
          <Foot leadsOn={leadsOn} onLeadsOn={(on) => keepOnDevice(goesOn, on ? "1" : "0")} />
        </Pins>
      )}
      <Dialog open={open === "end"} onClose={() => setOpen(null)} title={m.reading_not_retained()}>
        <ReadForm first={reason} themes={themes} onSay={read} />
      </Dialog>
    </div>
  );
}

/** Marks of a text as they stand after all that was done here; those that stand in other words than today's are left out. */
function useMarks(item: Item, changes: Parameters<typeof marksOf>[1]): Given[] {
  const { id, revision } = item.contribution;
  const known = item.passages
    .filter(({ passage }) => passage.contributionRevision === revision)
    .flatMap(({ passage, keyPoints }) =>
      keyPoints.map((keyPoint) => ({
        start: passage.startsAt,
        end: passage.endsAt,
        keyPoint,
        passageId: passage.id,
      })),
    );
  return marksOf(known, changes, id).map((mark) => ({ passageId: null, ...mark }));
}
