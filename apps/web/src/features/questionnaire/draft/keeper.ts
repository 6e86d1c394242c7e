import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import { newKey } from "../../../ui/key.ts";
import { type Shelf, shelf } from "../../../ui/shelf.ts";
import { allDrafts, type Attempt, type Draft, draftKey, draftPrefix, merge, readDraft } from "./draft.ts";

/** Draft as a page shows it. */
export interface DraftKept {
  draft: Draft;
  /** True once the device was read: not while the page comes from the API. */
  ready: boolean;
  /** `new` until something is written; `saved` only once the disk of the device has it. */
  state: "new" | "pending" | "saved" | "failed";
  /** Another tab writes in the same draft. */
  elsewhere: boolean;
  /** It was there when the page opened. */
  resumed: boolean;
  /** It was sent, or erased, in another tab or on another device. */
  gone: boolean;
  /** State of the copy on the server: `none` before it was asked. */
  server: "none" | "kept" | "away";
}

interface About extends Pick<Draft, "questionnaireId" | "slug" | "title"> {
  repeatQuestionId: string | null;
  revision: number;
}

/** Response already sent, being changed: first values of the draft, which has a name of its own. */
export interface Changed extends Partial<Draft> {
  name: string;
}

const pause = 400;

/**
 * Keeps one draft on the device: at each pause, when the page is left, and together with the other tabs that write in
 * it. Knows nothing of React.
 */
export class DraftKeeper {
  readonly #about: About;
  readonly #device: Shelf;
  readonly #listeners = new Set<() => void>();
  #kept: DraftKept;
  /** As this tab last read or wrote it. */
  #base: Draft | null = null;
  #name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: Changed | undefined;
  /** Told of each draft that is erased here. */
  onErase: ((draft: Draft) => void) | undefined;

  constructor(about: About, device: Shelf = shelf, changed?: Changed) {
    this.#about = about;
    this.#device = device;
    this.#changed = changed;
    this.#name = this.#firstName();
    this.#kept = this.#fresh();
  }

  readonly kept = () => this.#kept;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Opens what is on the device under a name, or begins anew. */
  open(name: string | undefined) {
    this.#flush();
    this.#name = name ?? this.#firstName();
    const draft = name ? this.#read() : null;
    this.#base = draft;
    const kept = this.#fresh(true);
    this.#set(draft ? { ...kept, draft, state: "saved", resumed: true } : kept);
  }

  /** Takes what the disk of the device knows better, after its browser was killed. */
  async mend() {
    // Another part of the page may have taken it from the disk just before: what stands now counts, not what changed.
    await this.#device.mend(this.#changed ? this.#name : draftPrefix).catch(() => []);
    if (this.#base) return this.#meet(false);
    const found = this.#changed
      ? this.#read() && this.#name
      : allDrafts(this.#about.questionnaireId, this.#device)[0]?.name;
    if (this.#kept.state === "new" && found) this.open(found);
  }

  /** Gives an answer, or takes it back. */
  answer(id: string, value: AnswerValue | undefined) {
    const { [id]: _, ...others } = this.#kept.draft.answers;
    this.#write({ answers: value === undefined ? others : { ...others, [id]: value }, waiting: null });
  }

  /** Says where one is in the questionnaire; begins no draft by itself. */
  goTo(part: number) {
    if (this.#kept.draft.part === part) return;
    if (this.#kept.state === "new") this.#set({ draft: { ...this.#kept.draft, part } });
    else this.#write({ part });
  }

  /** Writes down what is said beside the answers, or known of the draft elsewhere: the latter changes nothing in what waits. */
  note(change: Partial<Draft>) {
    this.#write("server" in change ? change : { waiting: null, ...change });
  }

  /** Tells the page what was heard of the draft elsewhere. */
  tell(change: Pick<DraftKept, "server"> | Pick<DraftKept, "gone">) {
    this.#set(change);
  }

  /** Puts an end to a conflict: takes what the other tab wrote, or leaves it. */
  settle(id: string, take: boolean) {
    const { [id]: other, ...conflicts } = this.#kept.draft.conflicts;
    const { answers } = this.#kept.draft;
    this.#write({ conflicts, answers: take && other !== undefined ? { ...answers, [id]: other } : answers });
  }

  /** Before it is handed to the network, so that even a closed tab can ask for its receipt again. */
  attempt(attempt: Attempt) {
    const known = this.#kept.draft.attempts.some((one) => JSON.stringify(one) === JSON.stringify(attempt));
    if (!known) this.#write({ attempts: [...this.#kept.draft.attempts, attempt] });
    this.#flush();
  }

  /** Takes it off the device, and begins anew under another key. */
  erase() {
    this.onErase?.(this.#kept.draft);
    this.#forget();
    this.#name = this.#firstName();
    this.#set(this.#fresh(true));
  }

  /** After it was sent or erased elsewhere: what stands here becomes a draft of its own. */
  keepAsNew() {
    const { answers } = this.#kept.draft;
    this.#forget();
    this.#name = this.#firstName();
    this.#set(this.#fresh(true));
    this.#write({ answers });
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Another tab may have begun anew under the same name; where nothing could be kept there is nothing to erase.
    if (this.#read()?.key === this.#kept.draft.key) void this.#device.erase(this.#name).catch(() => undefined);
    this.#base = null;
  }

  /** Listens to the other tabs and to the page being left, until told to stop. */
  listen() {
    const onStorage = ({ key }: StorageEvent) => (key === this.#name || key === null) && this.#meet();
    const onReturn = () => (document.visibilityState === "hidden" ? this.#flush() : this.#meet());
    const onLeave = () => this.#flush();
    addEventListener("storage", onStorage);
    addEventListener("pagehide", onLeave);
    addEventListener("pageshow", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      this.#flush();
      removeEventListener("storage", onStorage);
      removeEventListener("pagehide", onLeave);
      removeEventListener("pageshow", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }

  /** Under which name another draft stands for the option now chosen, where the questionnaire repeats. */
  sibling() {
    const wanted = this.#wantedName();
    return wanted !== this.#name && this.#read(wanted) ? wanted : null;
  }

  #fresh(ready = false): DraftKept {
    const { questionnaireId, slug, title, revision } = this.#about;
    const draft: Draft = {
      key: ready ? newKey() : "",
      questionnaireId,
      slug,
      title,
      answers: {},
      part: 1,
      savedAt: "",
      version: "",
      conflicts: {},
      appearance: "",
      authorName: "",
      attempts: [],
      revision,
      ...this.#changed,
    };
    return { draft, ready, state: "new", elsewhere: false, resumed: false, gone: false, server: "none" };
  }

  /** True if it changes a response already sent. */
  get changing() {
    return this.#changed !== undefined;
  }

  readonly #firstName = () => this.#changed?.name ?? draftKey(this.#about.questionnaireId);

  #read(name = this.#name) {
    return readDraft(this.#device, name);
  }

  #wantedName() {
    if (this.#changed) return this.#name;
    const { questionnaireId, repeatQuestionId } = this.#about;
    const option = repeatQuestionId && this.#kept.draft.answers[repeatQuestionId];
    return draftKey(questionnaireId, typeof option === "string" ? option : "");
  }

  #set(change: Partial<DraftKept>) {
    this.#kept = { ...this.#kept, ...change };
    for (const listener of this.#listeners) listener();
  }

  #write(change: Partial<Draft>) {
    if (this.#kept.gone) return;
    const failed = this.#kept.state === "failed";
    this.#set({ draft: { ...this.#kept.draft, ...change }, state: failed ? "failed" : "pending" });
    this.#timer ??= setTimeout(() => this.#flush(), pause);
  }

  /** Merges the changes of another tab, or of this draft before a crash. */
  #meet(elsewhere = true) {
    const { ready, gone, state } = this.#kept;
    if (!ready || gone || (!this.#base && state !== "new")) return;
    const theirs = this.#theirs();
    if (!theirs) return this.#base ? this.#set({ gone: true }) : undefined;
    if (theirs.version === this.#base?.version) return;
    this.#set({
      draft: this.#joined(theirs),
      elsewhere: elsewhere || this.#kept.elsewhere,
      state: this.#timer ? state : "saved",
    });
    this.#base = theirs;
  }

  /** The same draft as it stands on the device, under another name if its option was chosen since. */
  #theirs() {
    const found = this.#read();
    if (!this.#base || found?.key === this.#base.key) return found;
    const moved = allDrafts(this.#about.questionnaireId, this.#device).find(
      ({ draft }) => draft.key === this.#base?.key,
    );
    if (moved) this.#name = moved.name;
    return moved?.draft ?? null;
  }

  #joined(theirs: Draft): Draft {
    const { draft } = this.#kept;
    const { answers, conflicts } = merge(this.#base?.answers ?? {}, draft.answers, theirs.answers);
    return { ...theirs, part: draft.part, answers, conflicts: { ...theirs.conflicts, ...conflicts } };
  }

  #flush() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const theirs = this.#theirs();
    if (this.#base && !theirs && this.#kept.state !== "failed") return this.#set({ gone: true });
    const met = theirs && theirs.version !== this.#base?.version;
    const draft: Draft = {
      ...(met ? this.#joined(theirs) : this.#kept.draft),
      savedAt: new Date().toISOString(),
      version: newKey(),
    };
    const name = this.sibling() ? this.#name : this.#wantedName();
    try {
      const onDisk = [this.#device.keep(name, JSON.stringify(draft))];
      if (name !== this.#name) onDisk.push(this.#device.erase(this.#name));
      this.#name = name;
      this.#base = draft;
      this.#set({ draft, elsewhere: this.#kept.elsewhere || !!met });
      void this.#await(draft, onDisk);
    } catch {
      this.#set({ state: "failed" });
    }
  }

  async #await(draft: Draft, onDisk: readonly Promise<void>[]) {
    const state = await Promise.all(onDisk).then(
      () => (this.#timer ? ("pending" as const) : ("saved" as const)),
      () => "failed" as const,
    );
    if (this.#base === draft) this.#set({ state });
  }
}
