import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@apollo/client";
import type { Problem } from "../../ui/problems.ts";
import { useSaving } from "../../ui/useSaving.ts";

interface Payload {
  problems: readonly Problem[];
}

interface About<Fields extends object, Data, Input> {
  /** Id of the thing, and its name in a sentence. */
  id: string;
  name: string;
  version: number;
  fields: Fields;
  same?: (a: unknown, b: unknown) => boolean;
  /** True before publication: nobody reads it, and it is saved as one types. Afterwards a save is an act, with its reason. */
  asTyped: boolean;
  restOf?: (fields: Fields) => number | null;
  mutation: TypedDocumentNode<Data, { input: Input }>;
  inputOf: (fields: Fields, changed: readonly (keyof Fields)[], version: number) => Input;
  /** Just before it is sent, and once it is saved. */
  onSend?: (fields: Fields) => void;
  onSaved?: () => void;
}

/** The most characters of one field: with more, all that is sent is refused unread. */
const longest = 60_000;

/** Something of a questionnaire being written; every save brings back what is in force. */
export function useComposing<Fields extends object, Data extends Record<keyof Data, Payload>, Input>({
  mutation,
  inputOf,
  onSend,
  onSaved,
  asTyped,
  ...about
}: About<Fields, Data, Input>) {
  const [send] = useMutation(mutation as TypedDocumentNode<Data, { input: Input }>);
  const saving = useSaving<Fields>({
    ...about,
    pace: asTyped ? "typed" : "said",
    // A refusal brings what somebody else saved.
    refresh: () => undefined,
    send: async (fields, changed, version) => {
      const long = changed.find((field) => JSON.stringify(fields[field] ?? "").length > longest);
      if (long) return [{ code: "TOO_LONG", field: String(long), value: String(longest) }];
      onSend?.(fields);
      const { data } = await send({ variables: { input: inputOf(fields, changed, version) } });
      const { problems } = Object.values(data!)[0] as Data[keyof Data];
      if (problems.length === 0) onSaved?.();
      return problems;
    },
  });
  const { dirty, state, busy, failure, problems, revert } = saving;
  return {
    ...saving,
    /** State of its save bar. */
    bar: {
      dirty,
      busy,
      asTyped,
      done: state === "saved",
      failed: state === "failed" ? failure : null,
      refused: problems.length > 0,
      stale: state === "stale",
      onRevert: revert,
    },
  };
}
