import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { TrailState_contribution, TrailStep } from "../../graphql/operations.generated.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<TrailState_contribution> = gql`
  fragment TrailState_contribution on Contribution {
    id
    trail {
      progress
      events {
        step
        keyPoint {
          id
          number
        }
        synthesis {
          id
          slug
          title
        }
        proposal {
          id
          slug
          number
        }
        handover {
          id
          interlocutor {
            id
            name
          }
        }
      }
      notRetained {
        reason
      }
    }
  }
`;

type Event = TrailState_contribution["trail"]["events"][number];

const names: Record<Exclude<TrailStep, "NOT_RETAINED">, () => string> = {
  RECEIVED: m.contribution_stage_RECEIVED,
  COUNTED: m.contribution_stage_COUNTED,
  READ: m.contribution_stage_READ,
  MARKED: m.contribution_stage_MARKED,
  CITED: m.contribution_stage_CITED,
  FEEDS: m.contribution_stage_FEEDS,
  ADOPTED: m.contribution_stage_ADOPTED,
  CARRIED: m.contribution_stage_CARRIED,
  ANSWERED: m.contribution_stage_ANSWERED,
};

interface Props {
  contribution: FragmentType<TrailState_contribution>;
  /** As a chip, where something around it is the link: what has a long name is not named. */
  short?: boolean;
}

/** State of a contribution in one line: its furthest step and what it led to, or the reason it stopped. */
export function TrailState({ contribution, short }: Props) {
  const { trail } = useSuspenseFragment({ fragment, from: contribution }).data;
  const { progress } = trail;
  if (progress === "NOT_RETAINED") {
    const reason = trail.notRetained && notRetainedNames[trail.notRetained.reason]();
    const said = m.contribution_stage_NOT_RETAINED({ reason: reason ?? "" });
    return short ? <Chip>{said}</Chip> : <span>{said}</span>;
  }
  const links = trail.events.filter(({ step }) => step === progress).flatMap(linkOf);
  if (short)
    return (
      <Chip tone={progress === "ANSWERED" ? "done" : progress === "RECEIVED" ? "open" : undefined}>
        {[names[progress](), links.find(({ long }) => !long)?.label].filter(Boolean).join(m.ui_colon())}
      </Chip>
    );
  return (
    <span>
      {names[progress]()}
      {links.length > 0 && m.ui_colon()}
      {links.map(({ to, label, lang }, index) => (
        <span lang={lang} key={to}>
          {index > 0 && ", "}
          <Link to={to}>{label}</Link>
        </span>
      ))}
    </span>
  );
}

TrailState.fragment = fragment;

const linkOf = ({
  handover,
  proposal,
  synthesis,
  keyPoint,
}: Event): { to: string; label: string; long?: true; lang?: string | undefined }[] => {
  const long = { long: true, lang: contentLang() } as const;
  if (handover) return [{ to: paths.handover(handover.id), label: handover.interlocutor.name, ...long }];
  if (proposal) return [{ to: paths.proposal(proposal.slug), label: m.contribution_proposal(proposal) }];
  if (synthesis) return [{ to: paths.synthesis(synthesis.slug), label: synthesis.title, ...long }];
  if (keyPoint) return [{ to: paths.keyPoint(keyPoint.id), label: m.contribution_key_point(keyPoint) }];
  return [];
};
