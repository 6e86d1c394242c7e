import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";

/** Words that were taken out or put in, marked for the eye and for the ear. */
export function Marked({ kind, text }: { kind: "out" | "in"; text: string }) {
  const [Mark, begins, ends] =
    kind === "out"
      ? (["del", m.ui_difference_out(), m.ui_difference_out_end()] as const)
      : (["ins", m.ui_difference_in(), m.ui_difference_in_end()] as const);
  // Spaces after a word belong to neither.
  const words = text.trimEnd();
  return (
    <>
      <Mark>
        <Aloud>[{begins}] </Aloud>
        {words}
        <Aloud> [{ends}]</Aloud>
      </Mark>
      {text.slice(words.length)}
    </>
  );
}

const Aloud = ({ children }: { children: ReactNode }) => <span className="visually-hidden">{children}</span>;
