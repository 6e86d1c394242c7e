import type {
  KeepForTwoInput,
  MarkPassageInput,
  NotRetainedReason,
  ReadContributionsInput,
  UnmarkPassageInput,
  UnreadContributionsInput,
} from "../../../graphql/operations.generated.ts";
import type { Problem } from "../../../ui/problems.ts";

/** Act of reading, as it is sent: each may be sent twice and is done once. */
export type Sent =
  | { kind: "mark"; input: MarkPassageInput }
  | { kind: "unmark"; input: UnmarkPassageInput }
  | { kind: "read"; input: ReadContributionsInput }
  | { kind: "unread"; input: UnreadContributionsInput }
  | { kind: "keep"; input: KeepForTwoInput };

/** Act that waits on this device to be sent. */
export interface Waiting {
  key: string;
  /** The text it is about. */
  contributionId: string;
  act: Sent;
  /** Its place among those that wait. */
  at: number;
  savedAt: string;
  /** Tries that the site answered by a fault of its own. */
  faults?: number;
}

/** So many tries that the site fails on, and an act is set aside: it leaves once somebody asks for it. */
export const mostTries = 3;

/** True if an act leaves only once somebody asks for it. */
export const isSetAside = ({ faults = 0 }: Waiting) => faults >= mostTries;

/**
 * Acts that may leave, in their order: none that is held, nor any that comes after it on one of its texts, since the second
 * may rest on the first.
 */
export function mayLeave(kept: readonly Waiting[], isHeld: (one: Waiting) => boolean): Waiting[] {
  const held = new Set<string>();
  return kept.filter((one) => {
    const texts = textsOf(one);
    const leaves = !isHeld(one) && !texts.some((id) => held.has(id));
    if (!leaves) for (const id of texts) held.add(id);
    return leaves;
  });
}

/** The texts that an act is about. */
export const textsOf = ({ contributionId, act }: Pick<Waiting, "contributionId" | "act">): readonly string[] =>
  act.kind === "read" || act.kind === "unread" ? act.input.contributionIds : [contributionId];

/** Result of an act: its problems, or the ids of what it made. */
export interface Done {
  problems: readonly Problem[];
  passageId?: string;
  keyPointId?: string;
  /** Why nothing was to follow from the text, which the words that were given cleared. */
  cleared?: NotRetainedReason | null;
  /** Of several texts read at once, those of which it was not refused. */
  read?: string[];
}

/** An act that was refused once it came there. */
export interface Refused extends Waiting {
  problems: readonly Problem[];
}
