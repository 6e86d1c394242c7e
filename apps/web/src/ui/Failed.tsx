import { m } from "@cahier/schema/messages";
import { type Failure, failureSentence } from "./failure.ts";
import { Notice } from "./Notice.tsx";

interface Props {
  /** Cause, kept as it came; nothing is shown without one. */
  because: Failure;
  /** Said where nobody answered, if anything more is known than that. */
  children?: string;
}

/** Says why an act was neither done nor answered. What was typed is still there. */
export const Failed = ({ because, children }: Props) =>
  because ? (
    <Notice tone="warn" live>
      {failureSentence(because) ?? children ?? m.problem_error_unanswered()}
    </Notice>
  ) : null;
