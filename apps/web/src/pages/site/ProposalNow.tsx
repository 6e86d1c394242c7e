import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { WithOthers } from "../../features/coherence/WithOthers.tsx";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { ProposalMinority } from "../../features/minority/ProposalMinority.tsx";
import { Carriers } from "../../features/proposal/Carriers.tsx";
import { History } from "../../features/proposal/History.tsx";
import { Works } from "../../features/proposal/Works.tsx";
import { ReactionList, reactionCount } from "../../features/reaction/ReactionList.tsx";
import { ReactionActs } from "../../features/reaction/Reactions.tsx";
import { Calls, Enriching } from "../../features/supply/Calls.tsx";
import { keptSupply } from "../../features/supply/keptSupply.ts";
import { SupplySoon } from "../../features/supply/SupplyHere.tsx";
import type { HandoverState, ProposalPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Fold, Folds, Part } from "../../ui/Part.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { type Step, Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import type { lacking } from "./lacking.ts";
import styles from "./Proposal.module.css";
import { ProposalCoverage } from "./ProposalCoverage.tsx";
import { Of } from "../../shared/Of.tsx";
import { toDecide } from "../../shared/toDecide.ts";
import { positionRulings } from "./positionRulings.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

interface Props {
  proposal: Proposal;
  missing: readonly ReturnType<typeof lacking>[];
}

/** The third zone of a proposal: what happened, what can be said, and on one line what most people pass over. */
export const ProposalNow = ({ proposal: it, missing }: Props) => (
  <Row id="now" heading={m.proposal_now()}>
    <div className={styles.now}>
      <Part heading={m.proposal_happened()}>
        <Steps label={m.proposal_happened()} steps={stepsOf(it)} />
      </Part>
      <Say proposal={it} missing={missing} />
    </div>
    {it.reactions.length > 0 && (
      <Part id="reactions" heading={m.reaction_title()} note={reactionCount(it.reactions)}>
        <ReactionList subject="PROPOSAL" subjectId={it.id} reactions={it.reactions} />
      </Part>
    )}
    <Folds>
      <Enriching proposalId={it.id} calls={it.calls} />
      <WithOthers notes={it.coherence} of={it.id} />
      <Fold heading={m.proposal_history()} note={m.version_count({ count: it.versions.length })}>
        <History proposal={it} />
      </Fold>
      <ProposalCoverage proposal={it} />
      <Fold id="carriers" heading={m.proposal_carriers()}>
        <Carriers proposal={it} />
      </Fold>
      <Works works={it.works} />
      <ProposalMinority proposal={it} folded ruling={positionRulings("proposal", it.slug)} />
    </Folds>
  </Row>
);

const ended: readonly HandoverState[] = ["REPLIED", "DONE", "ABANDONED"];

/** Acts that end the discussion of a proposal. */
const decisions: Partial<Record<Proposal["state"], () => string>> = {
  ADOPTED: m.proposal_event_adopted,
  MERGED: m.proposal_event_merged,
  SPLIT: m.proposal_event_split,
  SET_ASIDE: m.proposal_event_set_aside,
  WITHDRAWN: m.proposal_event_withdrawn,
};

/** Its opening, what was decided of it or is still to be, and each office it was carried to. */
function stepsOf({ createdOn, handovers, nextMeeting, state, stateOn }: Proposal): Step[] {
  const carried = handovers.map((handover): Step => {
    const { id, ask, interlocutor, carrierName, reply } = handover;
    return {
      key: id,
      state: ended.includes(handover.state) ? "done" : "now",
      title: m.proposal_carried_to({ name: interlocutor.name }),
      note: m.handover_carried_by({ name: carrierName ?? m.handover_carrier_group() }),
      children: (
        <>
          <p className={styles.state}>
            <HandoverStatus handover={handover} />
            <Link to={paths.handover(id)}>
              {m.handover_read()}
              <Of>{`${ask} ${interlocutor.name}`}</Of>
            </Link>
          </p>
          {reply && <Quote text={reply.text} />}
        </>
      ),
    };
  });
  const toCome: Step[] = toDecide(state)
    ? [{ key: "decision", state: "todo", title: m.proposal_to_decide(), note: nextMeeting && comes(nextMeeting) }]
    : [];
  const decided = decisions[state];
  const done: Step[] = decided
    ? [{ key: "decided", state: "done", title: decided(), note: stateOn && formatDate(stateOn) }]
    : [];
  return [
    { key: "opened", state: "done", title: m.proposal_event_opened(), note: formatDate(createdOn) },
    ...done,
    ...carried,
    ...toCome,
  ];
}

/** The meeting that may decide: its day, and its page. */
const comes = ({ slug, startsAt, title }: NonNullable<Proposal["nextMeeting"]>) => (
  <>
    <When date={startsAt} format="time" />,{" "}
    <Link to={paths.meeting(slug)} lang={contentLang()}>
      {title}
    </Link>
  </>
);

/** All that a reader can say of it, by one control; then what it lacks, in as many questions. */
const Say = ({ proposal: { id, slug, state, statements, calls, reactions }, missing }: Props) => {
  const supply = (slot: "ARGUMENT" | "EXAMPLE", call: string) => (begun: string) => (
    <SupplySoon proposalId={id} slot={slot} call={call} begun={begun} key={slot} />
  );
  const others = [
    { key: "WORDS", name: m.amendment_propose(), to: paths.amendments(slug) },
    {
      key: "ARGUMENT",
      name: m.supply_argument_give(),
      renderForm: supply("ARGUMENT", m.supply_argument_call()),
    },
    { key: "EXAMPLE", name: m.supply_example_give(), renderForm: supply("EXAMPLE", m.supply_example_call()) },
  ];
  return (
    <div className={`${styles.say} no-print`}>
      <Card id="say">
        <Part heading={m.proposal_say()}>
          <ReactionActs
            subject="PROPOSAL"
            subjectId={id}
            reactions={reactions}
            parts={keysOf(partNames).filter((name) => statements.some(({ part }) => part === name))}
            others={state === "OPEN" ? others : undefined}
            keptOthers={keptSupply(id, "")}
          />
        </Part>
        <Calls proposalId={id} missing={missing} calls={calls} />
      </Card>
    </div>
  );
};
