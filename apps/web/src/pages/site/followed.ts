/** What somebody follows by a private link. */
export interface Followed<Own> {
  own: Own;
  /** That it was just sent, and whether anybody reads it already. */
  sent: "held" | "there" | undefined;
  /** The address of the private link. */
  address: string;
}
