/** A value of JSON as PostgreSQL keeps it: without the character zero, nor halves of a character, in names too. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), storable(part)]));
}

const clean = (text: string) => text.toWellFormed().replaceAll("\0", "");
