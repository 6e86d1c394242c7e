interface Counted {
  keyPoints: readonly { peopleCount: number }[];
  against: readonly { peopleCount: number }[];
}

/**
 * Number of people that the figures of paragraphs are out of: all whose words could count. Null where more said a point:
 * it holds words of other objectives too.
 */
export function outOf(paragraphs: readonly Counted[], voices: number): number | null {
  const points = paragraphs.flatMap(({ keyPoints, against }) => [...keyPoints, ...against]);
  return voices > 0 && points.every(({ peopleCount }) => peopleCount <= voices) ? voices : null;
}
