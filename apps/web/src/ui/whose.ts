/** Opaque sign of the person signed in, from the cookie beside the session; empty for a visitor. */
export const whose = () =>
  (typeof document === "undefined" ? undefined : /(?:^|; )signed-in=([^;]*)/.exec(document.cookie)?.[1]) ?? "";

/** A name on the device that the next account does not read: « draft:ID » of visitors, « draft@SIGN:ID » of a person. */
export function ownName(prefix: string, name: string) {
  const sign = whose();
  return `${prefix}${sign && `@${sign}`}:${name}`;
}
