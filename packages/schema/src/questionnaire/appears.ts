/** Sender of words, as they chose to appear. */
export interface Sender {
  /** One of `Appearance`; null while nothing is chosen. */
  appearance: string | null;
  authorName?: string | null;
  /** The structure or the group they speak for. */
  organisationName?: string | null;
}

/** All that is told of a sender beside their words. */
export interface Appears<Place> {
  authorName: string | null;
  organisationName: string | null;
  place: Place;
}

/**
 * Facts told of a sender: under a name, the name and the territory; without one, the region and nothing nearer. The
 * review before sending, the receipt, the site and its files all say this, so that none says more than another.
 */
export function appearsAs<Place>(
  { appearance, authorName, organisationName }: Sender,
  { territory, region }: { territory: Place; region?: Place | null },
): Appears<Place> {
  if (appearance !== "NAMED") return { authorName: null, organisationName: null, place: region ?? territory };
  return {
    authorName: authorName?.trim() || null,
    organisationName: organisationName?.trim() || null,
    place: territory,
  };
}
