import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import type { ReadingTextPage, ReadingTextPageVariables } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import { keepOnDevice, useDeviceValue } from "../../../ui/device.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ObjectiveSelect } from "../ObjectiveSelect.tsx";
import { ReadForm } from "../ReadForm.tsx";
import { type Only, useReadingSearch } from "../filter.ts";
import { useSuggestions } from "../suggesting.tsx";
import { find, held, playHeld, useArrived } from "../useArrived.ts";
import { isReady, useAhead } from "./ahead.ts";
import { Ends, type End, ends } from "./Ends.tsx";
import styles from "./Evening.module.css";
import { extended, EveningText } from "./EveningText.tsx";
import { Blind, KeepForTwo } from "./ForTwo.tsx";
import { Foot } from "../pins/Foot.tsx";
import { GoOn } from "./GoOn.tsx";
import { Keys } from "../keys/Keys.tsx";
import { Leaf } from "./Leaf.tsx";
import { Marked } from "./Marked.tsx";
import { textsOf as textsOfAct } from "./outbox.ts";
import { Peek } from "./Peek.tsx";
import { Pins } from "../pins/Pins.tsx";
import { useEvening, useOutbox, useSession } from "./sending.tsx";
import type { Target, Why } from "./session.ts";
import { firstPlace, nextPlace, type Place, type Text, textsOf, wordsOf } from "./texts.ts";
import { Toasts } from "./Toasts.tsx";
import { Top } from "./Top.tsx";
import { useKeys } from "../keys/useKeys.ts";
import { usePins } from "../pins/usePins.ts";
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
  /** The rest of the response, and what is near the text that one is on. */
  renderWhole: (on: Text) => ReactNode;
}

/** Name under which a device keeps that a sentence that is given leads to the next text. */
const goesOn = "evening:goes-on";

/** The sheet of one response in an evening, with all that is done on its texts; it fills the screen. */
export function Sheet({ item, readingDesk, themes, query, variablesOf, renderWhole }: Props) {
  const { id, objective } = item;
  const session = useSession();
  const evening = useEvening(session);
  const { acts, ended } = evening;
  const outbox = useOutbox(session);
  const client = useApolloClient();
  const navigate = useNavigate();
  const search = useReadingSearch();
  const { search: asked, state } = useLocation();
  const params = new URLSearchParams(asked);
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<"whole" | "keys" | "end" | null>(null);
  const [finding, setFinding] = useState(false);
  const [missing, setMissing] = useState(false);
  const [alone, setAlone] = useState(false);
  const leadsOn = useDeviceValue(goesOn) === "1";
  const texts = textsOf(item, evening, params.get("only") as Only | null);
  // Arriving by keyboard starts at the first unread text; opening a text starts at that one.
  const [place, setPlace] = useState<Place>(() => firstPlace(texts, state?.walked ? undefined : id));
  const on = texts.find((text) => text.id === place.id) ?? texts[0]!;
  const chosen = on.canMark ? place.stretch : null;
  const open = texts.filter((text) => text.open);
  const [reason, setReason] = useState<End>("ALREADY_SAID");
  const { keyPoints, pin } = usePins(objective);
  const { found } = useSuggestions(on.id, objective?.slug ?? "", chosen);
  useAhead(query, (to) => variablesOf(to, params), item.nextId);

  const back = () => list.current?.focus();

  /** To another text, which takes the focus, and the keys pressed meanwhile. */
  const go = async (to: string, walked = false) => {
    held.hold();
    if (await isReady(client, query, variablesOf(to, params)))
      return navigate(paths.readingText(to) + search, { state: walked ? { walked } : {} });
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
    return item.nextId ? go(item.nextId, true) : quit();
  };
  const before = () => {
    const to = session.walked.pop() ?? item.previousId;
    return to && go(to, true);
  };
  /** What is left to read of the response comes next, then the next response. */
  const goOn = ([left]: readonly Text[]) => {
    if (!left) return next();
    setPlace(firstPlace(texts, left.id));
    return back();
  };
  /** Says of some texts that they were read. */
  const read = (of: readonly Text[], why: Why) => {
    // The text of this address goes first: undoing leads back to the first.
    const [first, ...others] = of.map((text) => text.id).toSorted((a, b) => Number(b === id) - Number(a === id));
    if (!first) return next();
    session.read([first, ...others], why);
    return goOn(open.filter((text) => !of.includes(text)));
  };
  // Marking counts as reading. A blind second reader gives no reason, and sees the first one's marks once done.
  const done = () => read(open, { notRetained: open.every((text) => text.blind) ? null : "NOTHING_TO_ADD" });
  /** Texts that an end applies to: all those left to read, or the current one. */
  const ending = (one: boolean) => open.filter((text) => !text.blind && (!one || text === on));
  const end = (why: End, one: boolean) => {
    const of = ending(one);
    if (!of.length) return undefined;
    if (why !== "OUT_OF_SCOPE") return read(of, { notRetained: why });
    setAlone(one);
    setReason(why);
    return setShown("end");
  };
  const give = (target: Target) => {
    if (!chosen) return;
    session.give(on.id, chosen, on.body.slice(chosen.start, chosen.end), target);
    const left = open.filter((text) => text !== on);
    // By the setting a sentence that is given leads to the next text, of this response first.
    setPlace(leadsOn && !on.blind && left[0] ? firstPlace(texts, left[0].id) : nextPlace(texts, place));
    setFinding(false);
    back();
    // After the last one the end waits for Enter: there is no way back from it to a second key point.
    if (leadsOn && !on.blind && !left.length && item.nextId) void next();
  };
  const undo = () => {
    const was = session.undo();
    if (was && !texts.some((text) => text.id === was)) void go(was);
    else {
      if (was) setPlace(firstPlace(texts, was));
      back();
    }
  };
  const toggle = (what: typeof shown) => {
    if (shown === what) back();
    setShown(shown === what ? null : what);
  };
  /** Keeps the text that one is on for two, or lets it go; what is to be read is read by it. */
  const keep = () => {
    if (on.blind || on.kept?.name) return undefined;
    session.keep(on.id, !on.kept, !on.open && !ended.has(on.id));
    return on.open ? goOn(open.filter((text) => text !== on)) : back();
  };
  const meeting = () => {
    setShown("whole");
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-meeting] button")?.focus());
  };

  useKeys({
    on: {
      Enter: done,
      Escape: () =>
        shown ? toggle(shown) : finding ? (setFinding(false), back()) : setPlace({ id: on.id, stretch: null }),
      "/": find,
      n: find,
      r: done,
      p: next,
      j: next,
      k: before,
      u: undo,
      c: () => toggle("whole"),
      e: keep,
      m: meeting,
      q: quit,
      "?": () => toggle("keys"),
      ...Object.fromEntries(
        ends().map(({ reason: why, letter }) => [letter, ({ shiftKey }: KeyboardEvent) => end(why, alone || shiftKey)]),
      ),
    },
    onDigit: (digit) => keyPoints[digit - 1] && give(keyPoints[digit - 1]!),
  });
  // After the keys: it plays on them those that were held.
  useArrived();

  const digits = new Map(keyPoints.slice(0, 9).map((keyPoint, index) => [keyPoint.sentence, index + 1]));
  const unsent = new Set(outbox.waiting.flatMap(textsOfAct)).size;
  return (
    <div className={styles.evening}>
      <Top
        read={readingDesk.evening.responses}
        responses={readingDesk.responsesToRead}
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
          <Blind texts={texts} />
          <Leaf item={item} whole={shown === "whole"} onWhole={() => toggle("whole")}>
            {!texts.some((text) => text.canMark) && <Notice tone="info">{m.reading_unpublished()}</Notice>}
            <EveningText
              texts={texts}
              ended={ended}
              digitOf={({ keyPoint }) => digits.get(keyPoint.sentence)}
              place={place}
              onPlace={setPlace}
              arrival={id}
              ref={list}
            />
          </Leaf>
          <div className={styles.nexts}>
            <GoOn
              words={wordsOf(texts)}
              onDone={() => void done()}
              onPass={() => void next()}
              onExtend={chosen ? () => setPlace({ id: on.id, stretch: extended(on.body, chosen) }) : undefined}
            />
            <Ends
              open={ending(false).length}
              alone={alone}
              onAlone={setAlone}
              onEnd={(why) => void end(why, alone)}
              onWord={() => {
                setReason("ALREADY_SAID");
                setShown("end");
              }}
            >
              <KeepForTwo on={on} onKeep={() => void keep()} />
            </Ends>
          </div>
        </div>
        <Peek id={item.nextId} />
        <Toasts
          last={acts.at(-1) ?? null}
          here={texts.map((text) => text.id)}
          missing={missing}
          unsent={unsent}
          onUndo={undo}
          onGo={(to) => void go(to)}
          onWhole={() => toggle("whole")}
        />
        {shown === "whole" && (
          <Panel title={m.evening_whole()} letter="C" onClose={() => toggle("whole")}>
            {renderWhole(on)}
            <Marked texts={texts} />
          </Panel>
        )}
        {shown === "keys" && (
          <Panel title={m.evening_keys()} letter="?" onClose={() => toggle("keys")}>
            <Keys />
          </Panel>
        )}
      </div>
      {texts.some((text) => text.canMark) && objective && (
        <Pins
          keyPoints={keyPoints}
          objective={objective}
          given={new Set(texts.flatMap(({ marks }) => marks.map(({ keyPoint }) => keyPoint.id)))}
          found={found}
          canGive={!!chosen}
          finding={finding}
          onFinding={(now) => (now ? setFinding(true) : (setFinding(false), back()))}
          onGive={give}
          onPin={pin}
        >
          <Foot leadsOn={leadsOn} onLeadsOn={(now) => keepOnDevice(goesOn, now ? "1" : "0")} />
        </Pins>
      )}
      <Dialog open={shown === "end"} onClose={() => setShown(null)} title={m.reading_not_retained()}>
        <ReadForm
          first={reason}
          themes={themes}
          onSay={(why) => {
            setShown(null);
            void read(ending(alone), why);
          }}
        />
      </Dialog>
    </div>
  );
}
