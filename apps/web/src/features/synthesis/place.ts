import type { ParagraphKind } from "../../graphql/operations.generated.ts";

/** Number of people who say a key point, and of their regions. */
export interface Said {
  peopleCount: number;
  regionCount: number;
}

/** Sides of a point: key points behind it, and in a debate those against. */
interface Point {
  kind: ParagraphKind;
  keyPoints: readonly Said[];
  against: readonly Said[];
}

/** People, and regions, that say the same before it is called an agreement. */
const agreeing = 3;

/** People on each side before two positions are called a debate. */
const debating = 2;

const most = (said: readonly Said[], of: keyof Said) => Math.max(0, ...said.map((one) => one[of]));

/**
 * True if the figures alone put a point where it stands: an agreement is said by three people at least from three
 * regions, in one key point; a debate has two people at least on each side. Others are placed by those who write.
 */
export function figuresPlace({ kind, keyPoints, against }: Point) {
  if (kind === "AGREEMENT") return keyPoints.some((one) => one.peopleCount >= agreeing && one.regionCount >= agreeing);
  if (kind === "DEBATE") return [keyPoints, against].every((side) => most(side, "peopleCount") >= debating);
  return true;
}
