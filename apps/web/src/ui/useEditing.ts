import { useEffect, useRef, useState } from "react";
import { keptUnder } from "./kept.ts";
import { alike, begin, changesOf, type Edited, rebase, settle } from "./rebase.ts";
import { useKept } from "./useKept.ts";
import { useUnsaved } from "./unsaved.ts";

interface About<Fields> {
  /** Id of the thing edited, and its name in a sentence. */
  id: string;
  name: string;
  version: number;
  fields: Fields;
  same?: (a: unknown, b: unknown) => boolean;
  /** Leaving it saves it, without a question. */
  byItself?: boolean;
  /** Saves these fields, which differ from what is in force at this version; whether that was done. */
  save: (fields: Fields, changed: readonly (keyof Fields)[], version: number) => Promise<boolean>;
}

/**
 * Something being edited while others may save it too. Whatever comes from the API is put under what was typed, field by
 * field; a save that is refused changes nothing here. What is typed is on the device until it is saved, whatever becomes
 * of the network or of the browser.
 */
export function useEditing<Fields extends object>({
  id,
  name,
  version,
  fields,
  same = alike,
  byItself = false,
  save,
}: About<Fields>) {
  const place = editingPlace(id);
  // Two tabs that follow each other would both save what one of them types.
  const { kept, found, ...at } = useKept<Edited<Fields>>(place, false);
  const [edited, setEdited] = useState(() => {
    const before = keptUnder(place) as Edited<Fields> | null;
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
  // The disk knows better than what is read at once, where a browser was killed.
  const [putBack, setPutBack] = useState<unknown>(null);
  if (found && found !== putBack) {
    setPutBack(found);
    if (changesOf(current, same).length === 0) {
      current = rebase(found.value, fields, version, same);
      setEdited(current);
    }
  }
  const changed = changesOf(current, same);
  const dirty = changed.length > 0;
  const undecided = Object.keys(current.theirs) as (keyof Fields)[];

  /** Last text that was kept, put back or saved: it is not kept anew. */
  const settled = useRef(current.mine);
  const forget = () => void kept.forget();
  const flight = useRef<Promise<boolean>>(null);
  const submit = async () => {
    if (undecided.length) return false;
    // A text that is not there yet (at version 0) is sent even empty: the API says what it lacks.
    if (!changed.length && current.version > 0) return true;
    setEdited((now) => ({ ...now, sent: current.mine }));
    flight.current = save(current.mine, changed, current.version);
    const done = await flight.current;
    flight.current = null;
    if (done) {
      // Words typed meanwhile stay.
      if (settled.current === current.mine) forget();
      setEdited((now) => ({ ...now, taken: [] }));
    }
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
  const wasDirty = useRef(dirty);
  useEffect(() => {
    if (dirty && settled.current !== current.mine) {
      settled.current = current.mine;
      kept.keep(current, current.version);
    } else if (!dirty && (wasDirty.current || found)) void kept.forget();
    wasDirty.current = dirty;
  }, [kept, dirty, current, found]);
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
    /** The device's copy, for `KeptEditing` to show. */
    kept: { ...at, found },
    /** Takes it off the device, once it was saved otherwise than by `submit`. */
    forget,
    /** Back to what is in force. */
    revert: () => setEdited((now) => begin(now.base, now.version)),
  };
}

/** Under which an edit is kept on the device. */
export const editingPlace = (id: string) => `editing:${id}`;
