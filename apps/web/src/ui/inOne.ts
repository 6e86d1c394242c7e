import { differenceOf, shareKept, type Stretch } from "@cahier/schema/text/difference";

/** Less than this in common, and the marks would cut both texts into crumbs: each is told whole. */
const enoughInCommon = 0.3;

/** The stretches that two wordings share, and those of one alone, in their order. */
export function stretchesOf(before: string, after: string): Stretch[] {
  const stretches = differenceOf(before, after);
  if (shareKept(stretches) >= enoughInCommon) return stretches;
  const whole: Stretch[] = [
    { kind: "out", text: before, before },
    { kind: "in", text: after, before: after },
  ];
  return whole.filter(({ text }) => text);
}

/** The same in one sentence: words that one wording has at its end keep a space before those of the other. */
export const inOne = (before: string, after: string) =>
  stretchesOf(before, after).map(({ kind, text, before: older }, at, all) => {
    const next = all[at + 1];
    const said = kind === "same" && next?.kind === "out" ? older : text;
    const touches = next && /[\p{L}\p{N}]$/u.test(said) && /^[\p{L}\p{N}]/u.test(next.text);
    return { kind, text: touches ? `${said} ` : said };
  });
