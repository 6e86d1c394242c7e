import type { ProblemCode } from "../graphql/operations.generated.ts";
import type { Problem, Sentences } from "./problems.ts";

/** Refusals of one act in words of its own: elsewhere, in the same visit, the same code says another thing. */
export const saidAs = (problems: readonly Problem[], words: Partial<Sentences<ProblemCode>>): Problem[] =>
  problems.map((problem) => ({ ...problem, said: words[problem.code]?.({ value: problem.value ?? "" }) }));
