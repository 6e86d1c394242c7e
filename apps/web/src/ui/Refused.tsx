import { Notice } from "./Notice.tsx";
import { type Problem, problemSentence } from "./problems.ts";

/** Sentences of what was refused, of several acts. */
export const Refused = ({ acts }: { acts: readonly { problems: readonly Problem[] }[] }) =>
  acts
    .flatMap(({ problems }) => problems)
    .map((problem) => (
      <Notice tone="warn" key={problem.code}>
        {problemSentence(problem)}
      </Notice>
    ));
