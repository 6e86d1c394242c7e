/** Something followed by a private link. */
export interface Followed<Own> {
  own: Own;
  /** `held` or `there`: it was just sent, and waits or is published already. */
  sent: "held" | "there" | undefined;
  /** The address of the private link. */
  address: string;
}
