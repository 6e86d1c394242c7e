interface Counted {
  keyPoints: readonly { peopleCount: number }[];
  against: readonly { peopleCount: number }[];
}

/**
 * Number of people that the figures of paragraphs are out of: those who answered the questionnaire. Null where more said
 * a point than answered: words came otherwise than by it.
 */
export function outOf(paragraphs: readonly Counted[], answered: number): number | null {
  const points = paragraphs.flatMap(({ keyPoints, against }) => [...keyPoints, ...against]);
  return answered > 0 && points.every(({ peopleCount }) => peopleCount <= answered) ? answered : null;
}
