import { m } from "@cahier/schema/messages";
import type { NotRetainedReason, TrailStep } from "../../graphql/operations.generated.ts";
import { notRetainedNames } from "../../i18n/voices.ts";

/** Steps of the path of a notebook. */
const steps: Record<Exclude<TrailStep, "MARKED">, () => string> = {
  RECEIVED: m.notebook_trail_RECEIVED,
  COUNTED: m.notebook_trail_COUNTED,
  READ: m.notebook_trail_READ,
  CITED: m.notebook_trail_CITED,
  FEEDS: m.contribution_trail_FEEDS,
  ADOPTED: m.notebook_trail_ADOPTED,
  CARRIED: m.notebook_trail_CARRIED,
  ANSWERED: m.contribution_trail_ANSWERED,
  NOT_RETAINED: m.notebook_trail_NOT_RETAINED,
};

/** Reasons why a notebook goes no further. */
const reasons: Record<NotRetainedReason, () => string> = {
  ...notRetainedNames,
  TOO_GENERAL: m.notebook_not_retained_TOO_GENERAL,
  NOT_UNDERSTOOD: m.notebook_not_retained_NOT_UNDERSTOOD,
  NOTHING_TO_ADD: m.notebook_not_retained_NOTHING_TO_ADD,
  WITHDRAWN: m.notebook_not_retained_WITHDRAWN,
};

/**
 * Words of the path of a notebook: in French they agree with it, as those of a contribution do with that. Where lines of
 * it are attached and nobody read it to its end, reading has begun: it is not counted as read.
 */
export const notebookTrail = (readers: number) => ({
  steps,
  reasons,
  ...(readers === 0 && { begun: m.notebook_trail_begun }),
});
