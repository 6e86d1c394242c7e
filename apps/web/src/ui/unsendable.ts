// chunk: form
import type { Problem } from "./problems.ts";

/** A control of a form, as much of it as says whether what is typed in it can be sent. */
export interface TypedControl {
  name: string;
  type?: string;
  value?: string;
  step?: string;
  /** Below 0, or far above what is sent, where the field has none. */
  maxLength?: number;
  validity?: Partial<Pick<ValidityState, "badInput" | "stepMismatch" | "patternMismatch">>;
  dataset: { most?: string };
}

/** The most characters of one field: with more, all that is sent is refused unread, and nobody would learn which field. */
const longest = 60_000;

/** The largest whole number that GraphQL takes. */
const largest = 2_147_483_647;

/** Characters that can't be sent, by field: the API would refuse the whole unread, as from an earlier version of the page. */
export const unsendable = (controls: readonly TypedControl[]): Problem[] =>
  controls.flatMap(({ name: field, type, value = "", step, maxLength = -1, validity: is, dataset }): Problem | [] => {
    const isCount = type === "number" && step !== "any";
    if (value.length > longest && value.trim()) {
      const most = dataset.most ?? (maxLength > 0 && maxLength < longest ? maxLength : longest);
      return { code: "TOO_LONG", field, value: `${most}` };
    }
    if (is?.patternMismatch || (isCount && (is?.badInput || is?.stepMismatch))) return { code: "NOT_WHOLE", field };
    return isCount && Number(value) > largest ? { code: "OUT_OF_RANGE", field, value: `≤ ${largest}` } : [];
  });
