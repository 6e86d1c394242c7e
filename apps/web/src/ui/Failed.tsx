import { type Failure, failureSentence } from "./failure.ts";
import { Notice } from "./Notice.tsx";

interface Props {
  /** Cause, kept as it came; nothing is shown without one. */
  because: Failure;
  /** Said where nobody answered. */
  children: string;
}

/** Says why an act was neither done nor answered. What was typed is still there. */
export const Failed = ({ because, children }: Props) =>
  because ? (
    <Notice tone="warn" live>
      {failureSentence(because) ?? children}
    </Notice>
  ) : null;
