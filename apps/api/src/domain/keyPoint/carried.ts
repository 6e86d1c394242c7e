/** What hung from a key point when it was merged, by table. */
export interface Carried {
  /** Rows that the kept one did not have: they went over to it, and are known by what they link to. */
  moved: Record<string, string[]>;
  /** Rows of the merged one where the kept one had its own: taken out whole, to be put back. */
  shared: Record<string, Record<string, unknown>[]>;
  /** Key points that stood under it. */
  children: string[];
  /** What the kept one stood under, when that was the merged one or something under it. */
  keptParentId?: string;
}
