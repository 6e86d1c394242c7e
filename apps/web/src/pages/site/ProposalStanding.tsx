import { m } from "@cahier/schema/messages";
import { useInstance } from "../../frame/instance.ts";
import type { ProposalPage, ProposalState } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { proposalStateNames } from "../../i18n/vocabulary.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";
import { Strokes } from "../../ui/Strokes.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Proposal.module.css";

type Proposal = NonNullable<ProposalPage["proposal"]>;

interface Props {
  proposal: Pick<Proposal, "state" | "nextMeeting" | "peopleCount" | "coverage">;
  /** Number of parts it lacks. */
  missing: number;
}

const tones: Partial<Record<ProposalState, ChipTone>> = { OPEN: "open", ADOPTED: "done" };

/** Regions that are named before « et 4 autres ». */
const named = 8;

/** Standing of a proposal at a glance: its state, the people it rests on, their regions. */
export function ProposalStanding({ proposal: { state, nextMeeting, peopleCount, coverage }, missing }: Props) {
  const { france } = useInstance();
  const { heardCount, notHeard } = coverage;
  const count = heardCount + notHeard.length;
  const rest = notHeard.length - named;
  return (
    <Card as="section">
      <p className={styles.state}>
        <Chip tone={tones[state]}>{proposalStateNames[state]()}</Chip>
        {missing > 0 && <a href="#say">{m.proposal_missing_count({ count: missing })}</a>}
      </p>
      {nextMeeting && (
        <p>
          {m.proposal_group_meets()}{" "}
          <b>
            <When date={nextMeeting.startsAt} format="short" />
          </b>
        </p>
      )}
      <p className={styles.figures}>
        <span>
          <b className="figure">{formatNumber(peopleCount)}</b> {m.proposal_responses({ count: peopleCount })}
        </span>
        <span>
          <b className="figure">{formatNumber(heardCount)}</b>{" "}
          {france ? m.proposal_regions_of({ count }) : m.proposal_territories_of({ count })}
        </span>
      </p>
      <Strokes value={heardCount} max={count} />
      {notHeard.length > 0 && (
        <p className="quiet">
          {m.proposal_not_heard()}
          {m.ui_colon()}
          {notHeard
            .slice(0, named)
            .map(({ name }) => name)
            .join(", ")}
          {rest > 0 && ` ${m.proposal_and_more({ count: rest })}`}
        </p>
      )}
    </Card>
  );
}
