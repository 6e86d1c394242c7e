import { useState } from "react";
import { alike, begin, changesOf, rebase, settle } from "./rebase.ts";
import { useUnsaved } from "./unsaved.ts";

interface About<Fields> {
  /** What is edited, and how it is called in a sentence. */
  id: string;
  name: string;
  version: number;
  fields: Fields;
  same?: (a: unknown, b: unknown) => boolean;
  /** Saves these fields, which differ from what is in force at this version; whether that was done. */
  save: (fields: Fields, changed: readonly (keyof Fields)[], version: number) => Promise<boolean>;
}

/**
 * Something being edited while others may save it too. Whatever comes from the API is put under what was typed, field by
 * field; a save that is refused changes nothing here.
 */
export function useEditing<Fields extends object>({ id, name, version, fields, same = alike, save }: About<Fields>) {
  const [edited, setEdited] = useState(() => begin(fields, version));
  // Not by the version alone: what two forms show of one thing changes with the other's save too.
  const state = `${version} ${JSON.stringify(fields)}`;
  const [seen, setSeen] = useState(state);
  let current = edited;
  if (state !== seen) {
    current = rebase(edited, fields, version, same);
    setEdited(current);
    setSeen(state);
  }
  const changed = changesOf(current, same);
  const undecided = Object.keys(current.theirs) as (keyof Fields)[];

  const submit = async () => {
    if (undecided.length) return false;
    if (!changed.length) return true;
    setEdited((now) => ({ ...now, sent: current.mine }));
    const done = await save(current.mine, changed, current.version);
    if (done) setEdited((now) => ({ ...now, taken: [] }));
    return done;
  };
  useUnsaved(id, changed.length > 0, { name, save: submit });

  return {
    edited: current,
    mine: current.mine,
    changed,
    dirty: changed.length > 0,
    undecided,
    submit,
    set: (change: Partial<Fields>) => setEdited((now) => ({ ...now, mine: { ...now.mine, ...change } })),
    /** Between what both changed. */
    settle: (field: keyof Fields, take: boolean) => setEdited((now) => settle(now, field, take)),
    /** Back to what is in force. */
    revert: () => setEdited((now) => begin(now.base, now.version)),
  };
}
