import { randomBytes, randomUUID } from "node:crypto";

/** Ids that grow with every call, as those that the database makes (`uuidv7()`), all of them before its next one. */
function orderedIds() {
  const start = Date.now() - 60_000;
  let made = 0;
  return () => {
    const time = (start + (made >> 12)).toString(16).padStart(12, "0");
    const count = (made++ & 0xfff).toString(16).padStart(3, "0");
    const rest = randomBytes(8);
    rest[0] = (rest[0]! & 0x3f) | 0x80;
    const end = rest.toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${end.slice(0, 4)}-${end.slice(4)}`;
  };
}

/** The id of each thing that the content names, always the same within one seed. */
export function idsByName() {
  const next = orderedIds();
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
    random: (name: string) => remember(`random ${name}`, randomUUID),
    /** For what nothing else names. */
    next,
  };
}
