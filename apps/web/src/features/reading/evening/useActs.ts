import type { Reason } from "../ReadForm.tsx";
import type { End } from "./Ends.tsx";
import { useOfText } from "../ofText.ts";
import { useSession } from "./sending.tsx";
import type { Target, Why } from "./session.ts";
import { firstPlace, nextPlace, type Text } from "./texts.ts";
import type { Item, Texts } from "./useTexts.ts";
import type { Way } from "../way/useWay.ts";

interface Sheet {
  item: Item;
  sheet: Texts;
  way: Way;
  /** True if a sentence that is given leads to the next text. */
  leadsOn: boolean;
  /** Gives the focus back to the texts. */
  back: () => void;
}

/** All that is done on the texts of a sheet, and where each act leads. */
export function useActs({ item: { id, nextId }, sheet, way, leadsOn, back }: Sheet) {
  const session = useSession();
  const { texts, open, ended, place, setPlace, on, chosen } = sheet;

  /** Goes on to the next unread text of the response, then to the next response. */
  const goOn = ([left]: readonly Text[]) => {
    if (!left) return way.next();
    setPlace(firstPlace(texts, left.id));
    return back();
  };
  /** Says of some texts that they were read. */
  const read = (of: readonly Text[], why: Why) => {
    // The text of this address goes first: undoing leads back to the first.
    const [first, ...others] = of.map((text) => text.id).toSorted((a, b) => Number(b === id) - Number(a === id));
    if (!first) return way.next();
    const left = open.filter((text) => !of.includes(text));
    if (!left.length) session.hush();
    session.read([first, ...others], why);
    return goOn(left);
  };
  // Marking counts as reading. A blind second reader gives no reason, and sees the first one's marks once done.
  const done = () => read(open, { notRetained: open.every((text) => text.blind) ? null : "NOTHING_TO_ADD" });
  const give = (target: Target) => {
    if (!chosen) return;
    const left = open.filter((text) => text !== on);
    // After the last one the end waits for Enter: there is no way back from it to a second key point.
    const leaves = leadsOn && !on.blind && !left.length && nextId !== null;
    if (leaves) session.hush();
    session.give(on.id, chosen, on.body.slice(chosen.start, chosen.end), target);
    const stay = () => {
      // By the setting a sentence that is given leads to the next text, of this response first.
      setPlace(leadsOn && !on.blind && left[0] ? firstPlace(texts, left[0].id) : nextPlace(texts, place));
      back();
    };
    if (leaves) void way.next().then((went) => went || stay());
    else stay();
  };
  const undo = () => {
    const was = session.undo();
    if (was && !texts.some((text) => text.id === was)) void way.go(was);
    else {
      if (was) setPlace(firstPlace(texts, was));
      back();
    }
  };
  /** Keeps the text that one is on for two, or lets it go; what is to be read is read by it. */
  const keep = () => {
    if (on.blind || on.kept?.name) return undefined;
    session.keep(on.id, !on.kept, !on.open && !ended.has(on.id));
    return on.open ? goOn(open.filter((text) => text !== on)) : back();
  };
  return { read, done, give, undo, keep };
}

/** Ends the texts left to read, or the one that one is on; `asking` is the end that words go with, while they are asked. */
export function useEnding(id: string, { open, on }: Texts, read: ReturnType<typeof useActs>["read"]) {
  const [alone, setAlone] = useOfText(id, () => false);
  const [asking, ask] = useOfText<Reason | null>(id, () => null);
  /** Texts that an end applies to. */
  const ending = (one: boolean) => open.filter((text) => !text.blind && (!one || text === on));
  const end = (why: End, one: boolean) => {
    const of = ending(one);
    if (!of.length) return undefined;
    if (why !== "OUT_OF_SCOPE" && why !== "ALREADY_SAID") return read(of, { notRetained: why });
    setAlone(one);
    return ask(why);
  };
  const say = (why: Why) => {
    ask(null);
    void read(ending(alone), why);
  };
  return { alone, setAlone, asking, ask, count: ending(false).length, end, say };
}
