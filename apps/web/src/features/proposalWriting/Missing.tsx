import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { MissingPart } from "../../graphql/operations.generated.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Workshop.module.css";

/** Short names of what the gate asks for, in reading order. */
export const partsAsked: Readonly<Record<MissingPart, () => string>> = {
  PROBLEM: m.proposalWriting_part_PROBLEM,
  MEASURE: m.proposalWriting_part_MEASURE,
  THREE_SOURCES: m.proposalWriting_part_THREE_SOURCES,
  OBJECTION_WITH_REPLY: m.proposalWriting_part_OBJECTION_WITH_REPLY,
  BLOCKING_OBJECTION_WITHOUT_REPLY: m.proposalWriting_part_BLOCKING_OBJECTION_WITHOUT_REPLY,
  TWO_EXAMPLES_FROM_TWO_REGIONS: m.proposalWriting_part_TWO_EXAMPLES_FROM_TWO_REGIONS,
  INTERLOCUTOR_WITH_ASK: m.proposalWriting_part_INTERLOCUTOR_WITH_ASK,
  CARRIER: m.proposalWriting_part_CARRIER,
  OPEN_AMENDMENT: m.proposalWriting_part_OPEN_AMENDMENT,
};

/** Asked only where there is one: nothing is said of them otherwise. */
const onlyIfThere = new Set<MissingPart>(["BLOCKING_OBJECTION_WITHOUT_REPLY", "OPEN_AMENDMENT"]);

interface Props {
  /** Address of the slot of each. */
  placeOf: (part: MissingPart) => string;
  /** As the gate says, and nobody else. */
  missing: readonly MissingPart[];
}

/** Lacks of the gate, each a link that opens its slot and puts the cursor in it; then what is there. */
export function Missing({ placeOf, missing }: Props) {
  const there = (Object.keys(partsAsked) as MissingPart[]).filter(
    (part) => !missing.includes(part) && !onlyIfThere.has(part),
  );
  return (
    <section className={styles.sheet} aria-labelledby="missing">
      <h2 id="missing">
        {missing.length > 0 ? m.proposal_missing_count({ count: missing.length }) : m.proposalWriting_whole()}
      </h2>
      <ul>
        {missing.map((part) => {
          const to = placeOf(part);
          return (
            <li key={part}>
              <Link to={to}>
                <Icon name="plus" size={18} />
                {partsAsked[part]()}
                <Icon name="arrow" size={18} />
              </Link>
            </li>
          );
        })}
        {there.map((part) => (
          <li key={part}>
            <span>
              <Icon name="tick" size={18} />
              {partsAsked[part]()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
