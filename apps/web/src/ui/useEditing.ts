import { useEffect, useRef, useState } from "react";
import { alike, begin, changesOf, type Edited, rebase, settle } from "./rebase.ts";
import { useUnsaved } from "./unsaved.ts";

interface About<Fields> {
  /** Id of the thing edited, and its name in a sentence. */
  id: string;
  name: string;
  version: number;
  fields: Fields;
  same?: (a: unknown, b: unknown) => boolean;
  /** Keeps what is typed in this tab until it is saved, so that loading the page again loses nothing of it. */
  kept?: boolean;
  /** Leaving it saves it, without a question. */
  byItself?: boolean;
  /** Saves these fields, which differ from what is in force at this version; whether that was done. */
  save: (fields: Fields, changed: readonly (keyof Fields)[], version: number) => Promise<boolean>;
}

/**
 * Something being edited while others may save it too. Whatever comes from the API is put under what was typed, field by
 * field; a save that is refused changes nothing here.
 */
export function useEditing<Fields extends object>({
  id,
  name,
  version,
  fields,
  same = alike,
  kept = false,
  byItself = false,
  save,
}: About<Fields>) {
  const place = kept ? `editing:${id}` : null;
  const [edited, setEdited] = useState(() => {
    const before = keptAt<Fields>(place);
    return before ? rebase(before, fields, version, same) : begin(fields, version);
  });
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
  const dirty = changed.length > 0;
  const undecided = Object.keys(current.theirs) as (keyof Fields)[];

  const flight = useRef<Promise<boolean>>(null);
  const submit = async () => {
    if (undecided.length) return false;
    if (!changed.length) return true;
    setEdited((now) => ({ ...now, sent: current.mine }));
    flight.current = save(current.mine, changed, current.version);
    const done = await flight.current;
    flight.current = null;
    if (done) setEdited((now) => ({ ...now, taken: [] }));
    return done;
  };
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  /** After what is being sent: the page shows it before the rest goes. */
  const submitNext = async () => {
    if (flight.current && byItself) {
      await flight.current;
      await new Promise((shown) => {
        setTimeout(shown);
      });
    }
    return latest.current();
  };
  useEffect(() => {
    if (place) keepAt(place, dirty ? current : null);
  }, [place, dirty, current]);
  useUnsaved(id, dirty, { name, save: submitNext, byItself });

  return {
    edited: current,
    mine: current.mine,
    changed,
    dirty,
    undecided,
    submit,
    set: (change: Partial<Fields>) => setEdited((now) => ({ ...now, mine: { ...now.mine, ...change } })),
    /** Between what both changed. */
    settle: (field: keyof Fields, take: boolean) => setEdited((now) => settle(now, field, take)),
    /** Between what both changed, by hand: neither mine nor theirs as it is. */
    merge: (field: keyof Fields, value: Fields[keyof Fields]) =>
      setEdited((now) => settle({ ...now, mine: { ...now.mine, [field]: value } }, field, false)),
    /** An edit that was kept elsewhere, on what is in force now. */
    restore: (before: Edited<Fields>) => setEdited((now) => rebase(before, now.base, now.version, same)),
    /** Back to what is in force. */
    revert: () => setEdited((now) => begin(now.base, now.version)),
  };
}

/** Edit kept in this tab; null without one, and where a browser keeps nothing. */
function keptAt<Fields>(place: string | null): Edited<Fields> | null {
  try {
    return place ? (JSON.parse(sessionStorage.getItem(place) ?? "null") as Edited<Fields> | null) : null;
  } catch {
    return null;
  }
}

function keepAt(place: string, edited: object | null) {
  try {
    if (edited) sessionStorage.setItem(place, JSON.stringify(edited));
    else sessionStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing: what is typed is in the page.
  }
}
