/** More letters than this, and the name of a group would take the room of the places. */
const long = 32;

/** The name that its people gave to a group, up to the last whole word that has room. */
export function shortName(name: string) {
  if (name.length <= long) return name;
  const end = name.lastIndexOf(" ", long);
  return `${name.slice(0, end > 0 ? end : long)} …`;
}
