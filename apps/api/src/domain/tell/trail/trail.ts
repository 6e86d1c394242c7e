import type { NotRetainedReason, TrailStep } from "../../../graphql/resolvers.generated.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";

/** One step of the path, and the row it led to. */
export interface TrailEvent {
  step: TrailStep;
  on: string | null;
  keyPointId: string | null;
  synthesisId: string | null;
  proposalId: string | null;
  handoverId: string | null;
  initiativeId: string | null;
}

/** Step of a contribution; with the reason, if a synthesis set it aside. */
export interface Done extends TrailEvent {
  reason?: NotRetainedReason | null;
  note?: string | null;
  saidById?: string | null;
}

/** Reason why a contribution goes no further. */
export interface NotRetained {
  reason: NotRetainedReason;
  note: string | null;
  themeId: string | null;
  /** The key point that says it already, whoever may read it. */
  saidById: string | null;
}

/** The path of a contribution through the chain. */
export interface Trail {
  progress: TrailStep;
  events: TrailEvent[];
  notRetained: NotRetained | null;
  objectiveId?: string | null;
}

/** From the nearest to the furthest. What was not retained was read, but leaves less hope than what was only read. */
const order: TrailStep[] = [
  "RECEIVED",
  "COUNTED",
  "NOT_RETAINED",
  "READ",
  "MARKED",
  "CITED",
  "FEEDS",
  "ADOPTED",
  "CARRIED",
  "ANSWERED",
];

/** The furthest of some steps: a response has gone as far as the furthest of its texts. */
export const furthest = (steps: TrailStep[]): TrailStep =>
  steps.reduce((far, step) => (order.indexOf(step) > order.indexOf(far) ? step : far), "RECEIVED");

const event = (step: TrailStep, on: string | null): TrailEvent => ({
  step,
  on,
  keyPointId: null,
  synthesisId: null,
  proposalId: null,
  handoverId: null,
  initiativeId: null,
});

/** The path of a contribution, from what was done with it. Derived, never typed. */
export function trailFrom(
  contribution: Pick<
    Contribution,
    "status" | "contributedOn" | "notRetained" | "notRetainedNote" | "notRetainedOn" | "forwardedThemeId" | "saidById"
  >,
  done: Done[],
): Trail {
  const { status, contributedOn } = contribution;
  const received = event("RECEIVED", contributedOn);
  const read = done.filter(({ step }) => step === "READ").map(eventOf);
  if (status === "WITHDRAWN") {
    const withdrawn: NotRetained = { reason: "WITHDRAWN", note: null, themeId: null, saidById: null };
    return { progress: "NOT_RETAINED", events: [received, event("NOT_RETAINED", null)], notRetained: withdrawn };
  }
  if (status === "UNPUBLISHED")
    return { progress: "COUNTED", events: [received, event("COUNTED", null), ...read], notRetained: null };
  if (status !== "VISIBLE")
    return { progress: furthest(read.map(({ step }) => step)), events: [received, ...read], notRetained: null };

  const setAside = done.find(({ step }) => step === "NOT_RETAINED");
  const further = done
    .filter(({ step }) => step !== "READ" && step !== "NOT_RETAINED")
    .map(eventOf)
    .toSorted(
      (a, b) => order.indexOf(a.step) - order.indexOf(b.step) || (a.on ?? "9999").localeCompare(b.on ?? "9999"),
    );
  if (further.length > 0) {
    // A text that was taken up was read, even where nobody wrote it down.
    const events = [received, ...(read.length > 0 ? read : [event("READ", null)]), ...further];
    // Set aside by a synthesis, with a reason: unless it went on all the same.
    if (!setAside?.reason || further.some(goesOn))
      return { progress: furthest(events.map(({ step }) => step)), events, notRetained: null };
    return leftOut(setAside, setAside.reason, events);
  }
  if (setAside?.reason) return leftOut(setAside, setAside.reason, [received, ...read]);
  if (contribution.notRetained)
    return {
      progress: "NOT_RETAINED",
      events: [received, ...read, event("NOT_RETAINED", contribution.notRetainedOn)],
      notRetained: {
        reason: contribution.notRetained,
        note: contribution.notRetainedNote,
        themeId: contribution.forwardedThemeId,
        saidById: contribution.saidById,
      },
    };
  return { progress: read.length > 0 ? "READ" : "RECEIVED", events: [received, ...read], notRetained: null };
}

/** True if a contribution got further than a marked passage: cited, feeding a proposal, telling of an initiative. */
const goesOn = ({ step, initiativeId }: TrailEvent) => step !== "MARKED" || initiativeId !== null;

/** A path that a synthesis ended, with its reason. */
const leftOut = (setAside: Done, reason: NotRetainedReason, before: TrailEvent[]): Trail => ({
  progress: "NOT_RETAINED",
  events: [...before, eventOf(setAside)],
  notRetained: { reason, note: setAside.note ?? null, themeId: null, saidById: setAside.saidById ?? null },
});

/** The step alone. */
const eventOf = ({ step, on, keyPointId, synthesisId, proposalId, handoverId, initiativeId }: Done): TrailEvent => ({
  ...{ step, on, keyPointId, synthesisId, proposalId, handoverId, initiativeId },
});
