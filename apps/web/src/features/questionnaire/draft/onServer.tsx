import { type ApolloClient, gql, type TypedDocumentNode } from "@apollo/client";
import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import type {
  EraseDraft,
  EraseDraftVariables,
  LookAtDraft,
  LookAtDraftVariables,
  SaveDraft,
  SaveDraftVariables,
} from "../../../graphql/operations.generated.ts";
import { type Draft, type DraftAnswers, merge, type OnServer } from "./draft.ts";
import { forgetLater, forgotten, toForget } from "./forgetting.ts";
import type { DraftKeeper, DraftKept } from "./keeper.ts";

const saveDraft: TypedDocumentNode<SaveDraft, SaveDraftVariables> = gql`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      problems {
        code
        field
        value
      }
      draft {
        version
        answers {
          questionId
          value
        }
      }
    }
  }
`;

const lookAtDraft: TypedDocumentNode<LookAtDraft, LookAtDraftVariables> = gql`
  query LookAtDraft($token: String!) {
    draft(token: $token) {
      version
      answers {
        questionId
        value
      }
    }
  }
`;

const eraseDraft: TypedDocumentNode<EraseDraft, EraseDraftVariables> = gql`
  mutation EraseDraft($input: EraseDraftInput!) {
    eraseDraft(input: $input) {
      problems {
        code
      }
    }
  }
`;

/** After the last key that was pressed; and before another try, when the server does not answer. */
const pause = 1500;
const patience = 15_000;

/** 144 bits, as the address of the draft carries them. */
export const newToken = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

type Answered = readonly { questionId: string; value: unknown }[];

const answersFrom = (answered: Answered): DraftAnswers =>
  Object.fromEntries(answered.map(({ questionId, value }) => [questionId, value as AnswerValue]));

/** Text compared and sent: the whole draft, in a stable order. */
const written = ({ answers, part, appearance, authorName }: Draft) =>
  JSON.stringify([Object.entries(answers).toSorted(([a], [b]) => a.localeCompare(b)), part, appearance, authorName]);

const same = (a: DraftAnswers, b: DraftAnswers) =>
  written({ answers: a } as Draft) === written({ answers: b } as Draft);

/** The most bytes of the answers that are sent: below « draft.answers » of the limits, all of which are not loaded here. */
const mostKept = 60_000;

/** A very long text without the blanks around it, of which it may be made. */
const typed = (value: AnswerValue) => (typeof value === "string" && value.length > mostKept / 4 ? value.trim() : value);

/** Answers for the server: one that it has no room for stays on the device, and is sent as the server knows it. */
export function fitting(answers: DraftAnswers, known: DraftAnswers) {
  let room = mostKept;
  const fits = (id: string, value: AnswerValue | undefined) => {
    const bytes = value === undefined ? Infinity : new Blob([JSON.stringify([id, value])]).size;
    if (bytes > room) return false;
    room -= bytes;
    return true;
  };
  const sent: Record<string, AnswerValue> = {};
  let whole = true;
  for (const [id, value] of Object.entries(answers)) {
    const said = typed(value);
    const now = fits(id, said);
    if (now || fits(id, known[id])) sent[id] = now ? said : known[id]!;
    whole &&= now;
  }
  return { sent, whole };
}

/** Joins what another device wrote to what stands here; `base` is what both knew. */
export function join(keeper: DraftKeeper, base: DraftAnswers, theirs: OnServer) {
  const { draft } = keeper.kept();
  const { answers, conflicts } = merge(base, draft.answers, theirs.answers);
  keeper.note({ answers, conflicts: { ...draft.conflicts, ...conflicts }, server: theirs });
}

/**
 * Keeps the draft of the device on the server too, at each pause when it answers: what another device wrote there is
 * joined to it. Answers with how to stop.
 */
export function keepOnServer(keeper: DraftKeeper, client: ApolloClient) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = false;
  let stopped = false;
  /** As last handed over; and the answers in it, which may have arrived although nobody said so. */
  let handed = "";
  let perhaps: DraftAnswers | null = null;
  /** True if the server has the whole of it. */
  let kept: DraftKept["server"] = "kept";
  /** Answers to what was asked once, and is no question any more: they stay here. */
  const unasked = new Set<string>();
  const context = () => ({ fetchOptions: { signal: AbortSignal.timeout(10_000) } });

  const heard = (server: DraftKept["server"]) => keeper.kept().server !== server && keeper.tell({ server });
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void save(), ms);
  };

  const onChange = () => {
    const { draft, state, gone } = keeper.kept();
    // Each tab saves its own changes only.
    const ours = document.visibilityState === "visible";
    if (ours && state !== "new" && !gone && written(draft) !== handed && !saving) later(pause);
  };

  /** Merges the changes of another device. */
  const meet = (token: string, found: { version: number; answers: Answered }, known: DraftAnswers) => {
    const theirs: OnServer = { token, version: found.version, answers: answersFrom(found.answers) };
    join(keeper, perhaps && same(perhaps, theirs.answers) ? perhaps : known, theirs);
    perhaps = null;
  };

  async function save() {
    if (saving || stopped) return;
    saving = true;
    const { draft } = keeper.kept();
    const { answers, key, questionnaireId, part, appearance, authorName, revision } = draft;
    const { token, version, answers: known } = draft.server ?? { token: newToken(), version: null, answers: {} };
    // The secret is on the device before it is anywhere else: an answer that gets lost loses nothing.
    if (!draft.server) keeper.note({ server: { token, version, answers: known } });
    handed = written(draft);
    const { sent, whole } = fitting(answers, known);
    const input: SaveDraftVariables["input"] = {
      token,
      key,
      questionnaireId,
      answers: Object.entries(sent).flatMap(([questionId, value]) =>
        unasked.has(questionId) ? [] : [{ questionId, value }],
      ),
      part,
      appearance: (appearance || null) as SaveDraftVariables["input"]["appearance"],
      authorName,
      questionnaireRevision: revision ?? null,
      version,
    };
    let again = 0;
    try {
      const { data } = await client.mutate({ mutation: saveDraft, variables: { input }, context: context() });
      const { problems, draft: found } = data!.saveDraft;
      const [problem] = problems;
      if (keeper.kept().draft.key !== key) return;
      if (!problem) {
        perhaps = null;
        keeper.note({ server: { token, version: found!.version, answers: sent } });
        kept = whole ? "kept" : "none";
        heard(kept);
      } else if (problem.code === "STALE" && found) {
        meet(token, found, known);
        again = 1;
      } else if (problem.code === "UNKNOWN_QUESTION" && problem.field && !unasked.has(problem.field)) {
        unasked.add(problem.field);
        again = 1;
      } else if (problem.code === "GONE") keeper.tell({ gone: true });
      else {
        heard("away");
        if (problem.code === "TOO_MANY_TRIES") again = 1000 * Number(problem.value);
      }
    } catch {
      perhaps = sent;
      handed = "";
      heard("away");
      again = patience;
    } finally {
      saving = false;
      if (again) later(again);
      else onChange();
    }
  }

  /** Checks if another device wrote, sent or erased it since. */
  async function look() {
    const { draft, gone, state } = keeper.kept();
    if (!draft.server?.version || gone || saving || state === "new") return onChange();
    const { token, version, answers } = draft.server;
    try {
      const variables = { token };
      const { data } = await client.query({
        query: lookAtDraft,
        variables,
        fetchPolicy: "no-cache",
        context: context(),
      });
      if (keeper.kept().draft.key !== draft.key) return;
      if (!data?.draft) return later(1);
      heard(kept);
      if (data.draft.version !== version) meet(token, data.draft, answers);
      else if (same(draft.answers, answers)) handed = written(draft);
    } catch {
      heard("away");
    }
    onChange();
  }

  async function erase({ server }: Draft) {
    handed = "";
    perhaps = null;
    clearTimeout(timer);
    if (server) await forget(client, server.token);
  }

  const onReturn = () => document.visibilityState === "visible" && void look();
  const online = () => void look();
  const stopListening = keeper.subscribe(onChange);
  keeper.onErase = (draft) => void erase(draft);
  addEventListener("online", online);
  document.addEventListener("visibilitychange", onReturn);
  void look();
  for (const token of toForget()) void forget(client, token);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
    keeper.onErase = undefined;
    removeEventListener("online", online);
    document.removeEventListener("visibilitychange", onReturn);
  };
}

/** Erases a draft from the server; later, when it does not answer. */
async function forget(client: ApolloClient, token: string) {
  forgetLater(token);
  try {
    await client.mutate({ mutation: eraseDraft, variables: { input: { token } } });
    forgotten(token);
  } catch {
    // DraftKept for the next visit.
  }
}
