import type { TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { useRef, useState } from "react";
import { forgetKept } from "../../ui/kept.ts";
import { keptId } from "../../ui/keptKey.ts";
import type { Problem } from "../../ui/problems.ts";

interface Payload {
  problems: readonly Problem[];
  kept?: { version: number } | null;
  current?: { version: number } | null;
}

/**
 * The saves of something that two people may edit: each sends the version that was read. A refusal brings what is in
 * force, whose version the next save says that one knows; what was typed stays.
 */
export function useVersioned<Data extends Record<keyof Data, Payload>, Input extends { id: string; version: number }>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  first: number,
  /** Under which the device keeps what is typed; forgotten once it is saved. */
  name: string,
) {
  const [version, setVersion] = useState(first);
  const id = useRef<string>(undefined);
  const [send, { data, loading, error }] = useMutation(mutation as TypedDocumentNode<Data, { input: Input }>, {
    refetchQueries: ["ProposalEditPage"],
    awaitRefetchQueries: true,
  });
  const payloadOf = (answer: unknown) => (answer ? (Object.values(answer)[0] as Data[keyof Data]) : undefined);
  const payload = payloadOf(data);
  return {
    version,
    problems: payload?.problems,
    busy: loading,
    current: (payload?.current ?? null) as NonNullable<Data[keyof Data]["current"]> | null,
    button: { saved: !!payload?.kept, failed: error, stale: !!payload?.current },
    /** Says whether it was kept. */
    async save(input: Omit<Input, "version">) {
      id.current ??= first ? input.id : keptId(name);
      try {
        const done = payloadOf(
          (await send({ variables: { input: { ...input, id: id.current, version } as Input } })).data,
        );
        if (done?.kept) forgetKept(name);
        const now = done?.kept ?? done?.current;
        if (now) setVersion(now.version);
        return !!done?.kept;
      } catch {
        return false;
      }
    },
  };
}
