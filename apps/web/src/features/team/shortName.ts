/** As many letters have room on two lines of the bar: what tells a group from others is said last. */
const long = 48;

/** The name that its people gave to a group, up to the last whole word that has room. */
export function shortName(name: string) {
  if (name.length <= long) return name;
  const end = name.lastIndexOf(" ", long);
  return `${name.slice(0, end > 0 ? end : long)} …`;
}
