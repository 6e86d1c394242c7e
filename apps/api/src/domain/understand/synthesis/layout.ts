import type { KeyPointNature, ParagraphKind } from "../../../graphql/resolvers.generated.ts";

/** A key point as a synthesis is laid out from it. */
export interface LaidKeyPoint {
  id: string;
  number: number;
  sentence: string;
  nature: KeyPointNature;
  parentId: string | null;
  people: number;
}

/** Overlap of two key points: passages that say both, then texts that do. */
export interface Shared {
  keyPointId: string;
  otherId: string;
  passages: number;
  contributions: number;
}

/** A paragraph to begin from. */
export interface LaidParagraph {
  kind: ParagraphKind;
  text: string;
  keyPointIds: string[];
  againstIds: string[];
}

/** Share of all the people below which a point is said by few. */
const smallShare = 0.05;

/** One voice is a voice, but no key point that can be stated: it is cited word for word, or set aside with a reason. */
const fewest = 2;

/**
 * The paragraphs that a synthesis begins with: what most people say first, out of `everybody`, the number of people of
 * whom words were marked. A key point to which something is objected is a debate, the objections on its other side; an
 * objection to nothing is a debate whose other side is to be found; what two people say, or fewer than one in twenty,
 * is a minority view, unless it is an example; the others are agreements.
 */
export function laidOut(keyPoints: LaidKeyPoint[], shared: Shared[], everybody: number): LaidParagraph[] {
  const said = keyPoints
    .filter(({ people }) => people >= fewest)
    .toSorted((a, b) => b.people - a.people || a.number - b.number);
  const objections = said.filter(({ nature }) => nature === "OBJECTION");
  const others = said.filter(({ nature }) => nature !== "OBJECTION");
  const under = new Map(
    objections.map((objection) => [objection.id, objectedTo(objection, keyPoints, others, shared)]),
  );

  const of = (kind: ParagraphKind, { sentence, id }: LaidKeyPoint, against: LaidKeyPoint[] = []): LaidParagraph => ({
    kind,
    text: sentence,
    keyPointIds: [id],
    againstIds: against.map((each) => each.id),
  });
  const against = ({ id }: LaidKeyPoint) => objections.filter((objection) => under.get(objection.id) === id);
  const debated = others.filter((each) => against(each).length > 0);
  const lone = objections.filter(({ id }) => !under.get(id));
  const debates = [...debated, ...lone].toSorted((a, b) => b.people - a.people || a.number - b.number);
  const undebated = others.filter((each) => !debated.includes(each));
  const isFew = ({ people }: LaidKeyPoint) => people <= fewest || people < smallShare * everybody;
  const views = undebated.filter(({ nature }) => nature !== "EXAMPLE");
  return [
    ...views.filter((each) => !isFew(each)).map((each) => of("AGREEMENT", each)),
    ...debates.map((each) => of("DEBATE", each, against(each))),
    ...views.filter(isFew).map((each) => of("MINORITY", each)),
    ...undebated.filter(({ nature }) => nature === "EXAMPLE").map((each) => of("HIGHLIGHT", each)),
  ];
}

/**
 * Answers the key point that an objection is set against: its nearest ancestor in the tree; else the one with which it
 * shares most passages, then most texts, since whoever grants a thing often says why not in the same breath; else null.
 */
function objectedTo(
  { id, parentId }: LaidKeyPoint,
  all: LaidKeyPoint[],
  others: LaidKeyPoint[],
  shared: Shared[],
): string | null {
  for (let above = parentId; above; above = all.find((each) => each.id === above)?.parentId ?? null)
    if (others.some((each) => each.id === above)) return above;
  const common = new Map(shared.filter(({ keyPointId }) => keyPointId === id).map((each) => [each.otherId, each]));
  const [nearest] = others
    .flatMap((other) => common.get(other.id) ?? [])
    .toSorted((a, b) => b.passages - a.passages || b.contributions - a.contributions);
  return nearest?.otherId ?? null;
}
