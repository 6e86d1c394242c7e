import type { UnreadableReason } from "@cahier/schema/form";

/** A file that cannot be read, or that nobody would write to be read. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Limits of a file that is read: far more than anybody sends, far less than it takes to hold the site up. */
export const largest = {
  /** Bytes, once inflated. */
  inflated: 10_000_000,
  entries: 500,
  /** Elements within one another, or values of JSON. */
  depth: 60,
};
