import { m } from "@cahier/schema/messages";
import { figures } from "../ui/figures.ts";

/** An end that comes too soon: after its beginning, where the refusal names it; else after it and after now. */
export const datesCrossed = ({ value }: { value: string }) =>
  /^\d{2}:\d{2}$|^\d{4}-\d{2}-\d{2}$/.test(value)
    ? m.problem_DATES_CROSSED_after({ value: figures(value) })
    : m.problem_DATES_CROSSED();
