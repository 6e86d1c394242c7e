import { createHash } from "node:crypto";

/** As JSON, in one order of keys: what is equal reads the same. `space` as `JSON.stringify` takes it. */
export const canonical = (value: unknown, space?: number): string =>
  JSON.stringify(
    value,
    (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    space,
  );

/** SHA-256 of the canonical JSON, in hexadecimal: whoever has the text can make it again. */
export const hashOf = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("hex");
