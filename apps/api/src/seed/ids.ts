import { createHash } from "node:crypto";

/** Before every id that the database makes (`uuidv7()`): the day the demonstration takes place, in milliseconds. */
const start = Date.UTC(2012, 5, 20);

/** Bytes that a name decides: the demonstration is the same everywhere, and so is what fails on it. */
const digits = (name: string) => createHash("sha256").update(name).digest();

/** An id of a version of RFC 9562, of its first 12 hexadecimal digits, 3 more, and 8 bytes. */
function uuid(version: 4 | 7, time: string, count: string, end: Buffer) {
  end[0] = (end[0]! & 0x3f) | 0x80;
  const last = end.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${count}-${last.slice(0, 4)}-${last.slice(4)}`;
}

/** Ids that grow with every call, as those that the database makes; no two lists have one in common. */
function orderedIds(list: string) {
  let made = 0;
  return () => {
    const end = digits(`${list} ${made}`).subarray(0, 8);
    const time = (start + (made >> 12)).toString(16).padStart(12, "0");
    return uuid(7, time, (made++ & 0xfff).toString(16).padStart(3, "0"), end);
  };
}

/** An id that only its name decides. */
function namedId(name: string) {
  const bytes = digits(name);
  const hex = bytes.toString("hex");
  return uuid(4, hex.slice(0, 12), hex.slice(12, 15), bytes.subarray(8, 16));
}

/** The id of each thing that a list of the content names, always the same. */
export function idsByName(list: string) {
  const next = orderedIds(list);
  const known = new Map<string, string>();
  const remember = (name: string, make: () => string) => {
    const id = known.get(name) ?? make();
    known.set(name, id);
    return id;
  };
  return {
    /** For what may show its order. */
    ordered: (name: string) => remember(name, next),
    /** For what anonymous people wrote: it betrays no order. */
    random: (name: string) => namedId(`${list} ${name}`),
    /** For what nothing else names. */
    next,
  };
}
