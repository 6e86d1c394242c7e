import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Trail_contribution, TrailStep } from "../../graphql/operations.generated.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { TrailTakings } from "./TrailTakings.tsx";
import { Handed } from "./Handed.tsx";
import { type Step, Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import { namedHandover, namedProposal } from "../../shared/named.tsx";
import { toDecide } from "../../shared/toDecide.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<Trail_contribution> = gql`
  fragment Trail_contribution on Contribution {
    id
    contributedOn
    supply {
      id
      became {
        as
        part
        text
        proposal {
          id
          slug
          number
          state
        }
      }
    }
    forwardings {
      on
      readOn
      notRetained
      theme {
        id
        slug
        title
      }
      keyPoints {
        id
        sentence
      }
    }
    trail {
      progress
      closed
      events {
        step
        on
        keyPoint {
          id
          number
          sentence
        }
        synthesis {
          id
          slug
          title
          version
        }
        proposal {
          ...Named_proposal @unmask
          state
          nextMeeting {
            id
            slug
            title
            startsAt
          }
        }
        handover {
          ...Named_handover @unmask
        }
        initiative {
          id
          slug
          name
        }
      }
      notRetained {
        reason
        note
        theme {
          id
          slug
          title
        }
        saidBy {
          id
          number
          sentence
        }
      }
    }
  }
  ${namedProposal}
  ${namedHandover}
`;

type Event = Trail_contribution["trail"]["events"][number];

const order = ["RECEIVED", "COUNTED", "READ", "MARKED", "CITED", "FEEDS", "ADOPTED", "CARRIED", "ANSWERED"] as const;

/** Words of the steps and of the reasons of a path: they agree with what goes along it. */
export interface TrailWords {
  steps: Record<Exclude<TrailStep, "MARKED">, () => string>;
  reasons: typeof notRetainedNames;
  /** Of a text that nobody said they read, and whose words were marked or taken up all the same. */
  begun?: () => string;
}

const steps: TrailWords["steps"] = {
  RECEIVED: m.contribution_trail_RECEIVED,
  COUNTED: m.contribution_trail_COUNTED,
  READ: m.contribution_trail_READ,
  CITED: m.contribution_trail_CITED,
  FEEDS: m.contribution_trail_FEEDS,
  ADOPTED: m.contribution_trail_ADOPTED,
  CARRIED: m.contribution_trail_CARRIED,
  ANSWERED: m.contribution_trail_ANSWERED,
  NOT_RETAINED: m.contribution_trail_NOT_RETAINED,
};

const ofContribution: TrailWords = { steps, reasons: notRetainedNames };

interface Props {
  contribution: FragmentType<Trail_contribution>;
  words?: TrailWords;
  /** Address of the page on which its author answers readers for whom nothing follows. */
  answer?: string;
}

/** The path of a contribution: each step behind it with what it led to, those ahead, or the reason why it stops. */
export function Trail({ words = ofContribution, answer, ...props }: Props) {
  const { trail, contributedOn, forwardings, supply } = useSuspenseFragment({
    fragment,
    fragmentName: "Trail_contribution",
    from: props.contribution,
  }).data;
  const reached = order.flatMap((step): Step[] => {
    const events = trail.events.filter((event) => event.step === step);
    if (step === "RECEIVED") return [done(step, words.steps.RECEIVED(), contributedOn)];
    if (!events.length) return [];
    const title = step === "MARKED" ? m.contribution_trail_MARKED({ count: events.length }) : reachedWords(words, step);
    return [done(step, title, events[0]!.on, events)];
  });
  const rest = trail.notRetained
    ? [stop(trail.notRetained, words, answer)]
    : trail.closed
      ? []
      : ahead(trail.progress, words);
  const all = [...reached, ...withDecision(rest, trail.events)];
  return (
    <div className="flow">
      {supply && <TrailTakings places={supply.became} />}
      <Steps label={m.contribution_trail()} steps={all} />
      <Handed forwardings={forwardings} />
    </div>
  );
}

Trail.fragment = fragment;

/** A step behind a text, in words. */
const reachedWords = (words: TrailWords, step: keyof TrailWords["steps"]) =>
  step === "READ" && words.begun ? words.begun() : words.steps[step]();

const done = (key: string, title: string, on: string | null, events: readonly Event[] = []): Step => ({
  key,
  state: "done",
  title,
  note: on && <When date={on} />,
  children: leadsTo(events),
});

/** Steps still ahead of a contribution that goes on. */
const ahead = (progress: TrailStep, words: TrailWords): Step[] =>
  progress === "COUNTED"
    ? []
    : order.slice(order.indexOf(progress as (typeof order)[number]) + 1).flatMap((step): Step[] => {
        if (step === "COUNTED") return [];
        const title = step === "MARKED" ? m.contribution_trail_MARKED_todo() : words.steps[step]();
        return [{ key: step, state: "todo", title }];
      });

/** Steps ahead, and among them the decision on a proposal of these words that is still to come, even after a reply. */
function withDecision(rest: readonly Step[], events: readonly Event[]): readonly Step[] {
  const proposal = events.find(({ step, proposal: fed }) => step === "FEEDS" && fed && toDecide(fed.state))?.proposal;
  if (!proposal || events.some(({ step }) => step === "ADOPTED")) return rest;
  const meeting = proposal.nextMeeting;
  const decision: Step = {
    key: "ADOPTED",
    state: "todo",
    title: m.proposal_to_decide(),
    note: meeting && (
      <>
        {m.proposal_group_meets()} <When date={meeting.startsAt} />
      </>
    ),
    children: meeting && (
      <Link to={paths.meeting(meeting.slug)} lang={contentLang()}>
        {meeting.title}
      </Link>
    ),
  };
  return rest.some(({ key }) => key === "ADOPTED")
    ? rest.map((step) => (step.key === "ADOPTED" ? decision : step))
    : [...rest, decision];
}

const stop = (
  { reason, note, theme, saidBy }: NonNullable<Trail_contribution["trail"]["notRetained"]>,
  words: TrailWords,
  answer?: string,
): Step => ({
  key: "NOT_RETAINED",
  state: "now",
  title: `${words.steps.NOT_RETAINED()}${m.ui_colon()}${words.reasons[reason]()}`,
  children: (
    <>
      {note && <span>{note}</span>}
      {saidBy && (
        <Link to={paths.keyPoint(saidBy.id)}>{numbered(m.contribution_said_by(saidBy), saidBy.sentence)}</Link>
      )}
      {theme && <Link to={paths.theme(theme.slug)}>{m.contribution_forwarded({ theme: theme.title })}</Link>}
      {answer && (
        <Link to={answer}>
          {reason === "ALREADY_SAID" ? m.contribution_not_the_same() : m.contribution_answer_readers()}
        </Link>
      )}
    </>
  ),
});

/** Each thing once, though two events may lead to it. */
function leadsTo(events: readonly Event[]): ReactNode {
  const links = new Map(events.flatMap((event) => linkOf(event).map((link) => [link.to, link])));
  return [...links.values()].map(({ to, label }) => (
    <Link to={to} key={to}>
      {label}
    </Link>
  ));
}

/** « Proposition 8 : Ne laisser personne à la porte ». */
const numbered = (number: string, words: string): ReactNode => (
  <>
    {number}
    {m.ui_colon()}
    <span lang={contentLang()}>{words}</span>
  </>
);

function linkOf({
  step,
  handover,
  proposal,
  synthesis,
  keyPoint,
  initiative,
}: Event): { to: string; label: ReactNode }[] {
  if (handover) {
    const stance =
      step === "ANSWERED" && handover.reply && `${m.ui_colon()}${stanceNames[handover.reply.stance]().toLowerCase()}`;
    return [{ to: paths.handover(handover.id), label: `${handover.interlocutor.name}${stance || ""}` }];
  }
  if (proposal)
    return [
      {
        to: paths.proposal(proposal.slug),
        label: numbered(m.proposal_number(proposal), proposal.title),
      },
    ];
  if (synthesis)
    return [
      {
        to: paths.synthesisVersion(synthesis.slug, synthesis.version),
        label: m.contribution_in_synthesis_version(synthesis),
      },
    ];
  if (keyPoint)
    return [{ to: paths.keyPoint(keyPoint.id), label: numbered(m.keyPoint_number(keyPoint), keyPoint.sentence) }];
  if (initiative) return [{ to: paths.initiative(initiative.slug), label: m.contribution_in_initiative(initiative) }];
  return [];
}
