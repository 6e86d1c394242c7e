import type { Params } from "react-router-dom";
import { numberOf } from "../paths.ts";

/** The two versions that the address of a difference names. */
export const versionsIn = ({ slug, from, to }: Params) => ({ slug: slug!, from: numberOf(from), to: numberOf(to) });

/** « 9 phrases inchangées, 1 modifiée »: how many of each state, in the order in which they are named. */
export const countsInWords = <State extends string>(
  names: Record<State, (of: { count: number }) => string>,
  states: readonly State[],
) =>
  (Object.keys(names) as State[])
    .flatMap((state) => {
      const count = states.filter((one) => one === state).length;
      return count > 0 ? names[state]({ count }) : [];
    })
    .join(", ");

/** Values that two versions do not say the same, each under its title. */
export const differing = <Version, Value>(
  from: Version,
  to: Version,
  values: readonly { title: string; of: (version: Version) => Value }[],
) =>
  values
    .map(({ title, of }) => ({ title, before: of(from), after: of(to) }))
    .filter(({ before, after }) => before !== after);
