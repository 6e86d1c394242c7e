import { m } from "@cahier/schema/messages";
import type { Stretch } from "../../../shared/sentences.ts";
import type { KeyPointNature, NotRetainedReason } from "../../../graphql/operations.generated.ts";
import { Outbox } from "../outbox/outbox.ts";
import { type Done, type Sent, textsOf, type Waiting } from "../outbox/waiting.ts";

/** Words given to a key point; one opened just now is known by its sentence. */
export interface Mark extends Stretch {
  keyPoint: { id: string; sentence: string };
}

/** A mark given or taken back here that the last answer of the server does not show yet. */
interface Change extends Mark {
  contributionId: string;
  on: boolean;
}

/** Act of the evening, on any text, that can be taken back. */
export interface Act {
  contributionId: string;
  said: string;
  /** Takes it back; says whether that was possible. */
  undo: () => Promise<boolean>;
}

/** An evening as its pages see it. */
export interface EveningState {
  acts: readonly Act[];
  changes: readonly Change[];
  /** Texts said to be read here, each with the reason why nothing follows where one was given. */
  ended: ReadonlyMap<string, NotRetainedReason | null>;
  /** Texts kept for two here, or let go. */
  kept: ReadonlyMap<string, boolean>;
  /** A text of which somebody had said that nothing follows, and the words given here that cleared it. */
  cleared: { contributionId: string; reason: NotRetainedReason; act: Act } | null;
  /** True if the last « Défaire » came too late. */
  tooLate: boolean;
}

/** Why nothing follows from texts that were read; null where more may come. */
export interface Why {
  notRetained: NotRetainedReason | null;
  note?: string | null;
  theme?: string | null;
  saidBy?: string | null;
}

/** Key point to which words are given. */
export type Target =
  | { id: string; sentence: string }
  | { newKeyPoint: string; objective: string; nature: KeyPointNature };

const same = (a: Mark, b: Mark) =>
  a.start === b.start &&
  a.end === b.end &&
  (a.keyPoint.id === b.keyPoint.id || a.keyPoint.sentence === b.keyPoint.sentence);

/** The marks of a text, as the server knew them and as they were changed here since. */
export function marksOf(known: readonly Mark[], changes: readonly Change[], contributionId: string): Mark[] {
  let marks = [...known];
  for (const { on, ...change } of changes) {
    if (change.contributionId !== contributionId) continue;
    const others = marks.filter((mark) => !same(mark, change));
    marks = on ? [...others, change] : others;
  }
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * An evening of reading of one person. Acts show at once, are sent one by one (`Outbox`), and share one stack to undo,
 * whatever their kind and their text. Knows nothing of React.
 */
export class EveningSession {
  readonly outbox: Outbox;
  /** The texts one came through, the last one at the end: the way back. */
  readonly walked: string[] = [];
  readonly #listeners = new Set<() => void>();
  #state: EveningState = { acts: [], changes: [], ended: new Map(), kept: new Map(), cleared: null, tooLate: false };

  constructor(personId: string, send: (act: Sent, contributionId: string) => Promise<Done>) {
    this.outbox = new Outbox(personId, send);
    this.outbox.onRefused = (one) => this.#takeOut(one);
  }

  readonly state = () => this.#state;

  #hushed = false;

  /** Leaves the next act to the next drawing: that of the text that comes, once, in place of both. */
  hush() {
    this.#hushed = true;
  }

  /** Called once a sheet is drawn: it shows all that was done. */
  readonly drawn = () => {
    this.#hushed = false;
  };

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Gives words of a text to a key point. */
  give(contributionId: string, { start, end }: Stretch, quote: string, target: Target) {
    const place = { contributionId, startsAt: start, endsAt: end };
    const isNew = "newKeyPoint" in target;
    const sentence = isNew ? target.newKeyPoint : target.sentence;
    // One opened a moment ago has no id yet: its sentence leads to it.
    const given = isNew ? target : { keyPointId: target.id };
    const mark = { start, end, keyPoint: { id: isNew ? `new:${sentence}` : target.id, sentence } };
    this.#change(contributionId, mark, true);
    const key = this.outbox.add(contributionId, { kind: "mark", input: { ...place, quote, ...given } });
    const act: Act = {
      contributionId,
      said: m.reading_marked({ sentence }),
      undo: async () => {
        this.#change(contributionId, mark, false);
        if (this.outbox.takeBack(key)) return true;
        const done = await this.outbox.done(key);
        if (!done?.passageId || !done.keyPointId) return false;
        const { passageId, keyPointId } = done;
        this.outbox.add(contributionId, { kind: "unmark", input: { passageId, keyPointId } });
        return true;
      },
    };
    this.#remember(act);
    void this.outbox.done(key).then((done) => {
      if (done?.cleared) this.#set({ cleared: { contributionId, reason: done.cleared, act } });
    });
  }

  /** Gives back the reason that marking cleared, after taking back the marks that cleared it. */
  readonly restore = async () => {
    const { cleared, acts } = this.#state;
    if (!cleared) return;
    const { contributionId, reason, act } = cleared;
    this.#set({ cleared: null, acts: acts.filter((one) => one !== act) });
    if (await act.undo()) this.read([contributionId], { notRetained: reason });
    else this.#set({ tooLate: true });
  };

  /** Called once the cleared reason was shown. */
  readonly forgetCleared = () => this.#set({ cleared: null });

  /** Takes a passage back from a key point. */
  takeBack(contributionId: string, passageId: string, quote: string, mark: Mark) {
    const { start, end, keyPoint } = mark;
    this.#change(contributionId, mark, false);
    const input = { passageId, keyPointId: keyPoint.id };
    const key = this.outbox.add(contributionId, { kind: "unmark", input });
    this.#remember({
      contributionId,
      said: m.reading_unmarked({ sentence: keyPoint.sentence }),
      undo: async () => {
        this.#change(contributionId, mark, true);
        if (this.outbox.takeBack(key) || !(await this.outbox.done(key))) return true;
        const again = { contributionId, startsAt: start, endsAt: end, quote, keyPointId: keyPoint.id };
        this.outbox.add(contributionId, { kind: "mark", input: again });
        return true;
      },
    });
  }

  /** Says that texts of a sheet were read, and why nothing follows where it is so: one act, which is taken back by one. */
  read(contributionIds: readonly [string, ...string[]], why: Why) {
    const [contributionId] = contributionIds;
    const said = contributionIds.map((id) => [id, why.notRetained] as const);
    this.#set({ ended: new Map([...this.#state.ended, ...said]) });
    const input = { contributionIds: [...contributionIds], ...why };
    const key = this.outbox.add(contributionId, { kind: "read", input });
    this.#remember({
      contributionId,
      said:
        contributionIds.length > 1
          ? m.evening_read_several({ count: contributionIds.length })
          : m.reading_undo_single(),
      undo: async () => {
        this.#reopen(contributionIds);
        if (this.outbox.takeBack(key)) return true;
        // Of several, those that were not refused.
        const done = await this.outbox.done(key);
        const back = done ? (done.read ?? contributionIds) : [];
        if (!back.length) return false;
        this.outbox.add(contributionId, { kind: "unread", input: { contributionIds: [...back] } });
        return true;
      },
    });
  }

  /** Keeps a text for two, which reads it where it was not; or lets it go. One act, which is taken back by one. */
  keep(contributionId: string, kept: boolean, isRead: boolean) {
    const show = (on: boolean) => {
      this.#set({ kept: new Map([...this.#state.kept, [contributionId, on]]) });
      if (isRead) return;
      if (on) this.#set({ ended: new Map([...this.#state.ended, [contributionId, null]]) });
      else this.#reopen([contributionId]);
    };
    show(kept);
    const key = this.outbox.add(contributionId, { kind: "keep", input: { contributionId, kept } });
    this.#remember({
      contributionId,
      said: kept ? m.evening_kept() : m.evening_let_go(),
      undo: async () => {
        show(!kept);
        if (this.outbox.takeBack(key)) return true;
        if (!(await this.outbox.done(key))) return false;
        this.outbox.add(contributionId, { kind: "keep", input: { contributionId, kept: !kept } });
        return true;
      },
    });
  }

  /** Adds an act to the stack: several at once count for one. */
  join(count: number, said: string) {
    const { acts } = this.#state;
    const last = acts.slice(-count);
    const undo = async () => (await Promise.all(last.toReversed().map((act) => act.undo()))).every(Boolean);
    this.#set({ acts: [...acts.slice(0, -count), { contributionId: last[0]!.contributionId, said, undo }] });
  }

  /** Takes back the last act, whatever it was; answers the text it was on, null when there is none. */
  undo(): string | null {
    const { acts } = this.#state;
    const last = acts.at(-1);
    if (!last) return null;
    this.#set({ acts: acts.slice(0, -1), tooLate: false });
    void last.undo().then((done) => !done && this.#set({ tooLate: true }));
    return last.contributionId;
  }

  /** The server knows by now what was changed on a text. */
  readonly settled = (contributionId: string) => {
    const { waiting, aside } = this.outbox.state();
    if ([...waiting, ...aside].some((one) => textsOf(one).includes(contributionId))) return;
    const { changes } = this.#state;
    const others = changes.filter((change) => change.contributionId !== contributionId);
    if (others.length < changes.length) this.#set({ changes: others });
  };

  /** An act that was refused, or taken away, is as if it had not been. */
  #takeOut({ contributionId, act }: Waiting) {
    if (act.kind === "read") this.#reopen(act.input.contributionIds);
    if (act.kind === "keep") {
      const { kept } = this.#state;
      this.#set({ kept: new Map([...kept].filter(([id]) => id !== contributionId)) });
      this.#reopen([contributionId]);
    }
    if (act.kind === "unmark")
      this.#set({
        changes: this.#state.changes.filter(
          (change) =>
            change.contributionId !== contributionId || change.on || change.keyPoint.id !== act.input.keyPointId,
        ),
      });
    if (act.kind === "mark")
      this.#set({
        changes: this.#state.changes.filter(
          (change) =>
            change.contributionId !== contributionId ||
            change.start !== act.input.startsAt ||
            change.end !== act.input.endsAt,
        ),
      });
  }

  #reopen(ids: readonly string[]) {
    this.#set({ ended: new Map([...this.#state.ended].filter(([id]) => !ids.includes(id))) });
  }

  #change(contributionId: string, mark: Mark, on: boolean) {
    this.#set({ changes: [...this.#state.changes, { ...mark, contributionId, on }] });
  }

  #remember(act: Act) {
    this.#set({ acts: [...this.#state.acts, act], tooLate: false });
  }

  #set(change: Partial<EveningState>) {
    this.#state = { ...this.#state, ...change };
    if (!this.#hushed) for (const listener of this.#listeners) listener();
  }
}
