import { masked } from "../../ground/moderation/heldText.ts";

/** A stretch of a text in whose place others words stand: its place before, its length before and after. */
export interface Stretch {
  at: number;
  was: number;
  now: number;
}

/** Stretches of a text that a moderator masked, or gave back. Places and lengths tell no word. Pure. */
export function stretchesOf(before: string, after: string): Stretch[] {
  const hidden = stretchesMasked(before, after);
  if (hidden) return hidden;
  let shift = 0;
  return (stretchesMasked(after, before) ?? []).map(({ at, was, now }) => {
    const back = { at: at + shift, was: now, now: was };
    shift += now - was;
    return back;
  });
}

/** Stretches of a text that another one masks; null where it does not hold the same words around them. */
function stretchesMasked(whole: string, covered: string): Stretch[] | null {
  const [first, ...rest] = covered.split(masked);
  if (!whole.startsWith(first!)) return null;
  const found: Stretch[] = [];
  let at = first!.length;
  for (const [place, piece] of rest.entries()) {
    const isLast = place === rest.length - 1;
    const next = isLast ? whole.length - piece.length : whole.indexOf(piece, at + 1);
    if (next < at || !whole.startsWith(piece, next)) return null;
    found.push({ at, was: next - at, now: masked.length });
    at = next + piece.length;
  }
  return at === whole.length ? found : null;
}

/** Place of words in a text whose stretches were masked, or given back: it takes in whole stretches. Pure. */
export function placeAfter(place: { startsAt: number; endsAt: number }, stretches: readonly Stretch[]) {
  let { startsAt, endsAt } = place;
  for (const { at, was, now } of stretches) {
    const grown = now - was;
    if (at + was <= place.startsAt) startsAt += grown;
    else if (at < place.startsAt) startsAt -= place.startsAt - at;
    if (at + was <= place.endsAt) endsAt += grown;
    else if (at < place.endsAt) endsAt += at + now - place.endsAt;
  }
  return { startsAt, endsAt };
}
