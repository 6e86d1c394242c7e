import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { History_proposal } from "../../graphql/operations.generated.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<History_proposal> = gql`
  fragment History_proposal on Proposal {
    id
    slug
    createdOn
    versions {
      id
    }
    amendments {
      id
    }
    amendmentBehind {
      id
      authorName
      nameIsUnverified
      proposal {
        id
        slug
      }
    }
    history {
      id
      event
      on
      actorName
    }
  }
`;

/** The acts that are told, by the name of their event. */
const sentences: Readonly<Record<string, () => string>> = {
  "proposal.opened": m.proposal_event_opened,
  "proposal.edited": m.proposal_event_edited,
  "proposal.publicationAsked": m.proposal_event_publication_asked,
  "proposal.publicationNotAsked": m.proposal_event_publication_not_asked,
  "proposal.adoptionRecorded": m.proposal_event_adoption_recorded,
  "proposal.adoptionDiscarded": m.proposal_event_adoption_discarded,
  "proposal.published": m.proposal_event_published,
  "statement.written": m.proposal_event_written,
  "statement.reworded": m.proposal_event_reworded,
  "statement.removed": m.proposal_event_removed,
  "statement.sourced": m.proposal_event_sourced,
  "proposal.stabilised": m.proposal_event_stabilised,
  "proposal.reopened": m.proposal_event_reopened,
  "proposal.setAside": m.proposal_event_set_aside,
  "proposal.withdrawn": m.proposal_event_withdrawn,
  "proposal.adopted": m.proposal_event_adopted,
  "proposal.merged": m.proposal_event_merged,
  "proposal.tookIn": m.proposal_event_took_in,
  "proposal.split": m.proposal_event_split,
  "proposal.erratumAdded": m.proposal_event_erratum,
  "proposal.erratumRemoved": m.proposal_event_erratum_removed,
  "objection.written": m.proposal_event_objection,
  "objection.reworded": m.proposal_event_objection,
  "objection.answered": m.proposal_event_answered,
  "objection.removed": m.proposal_event_objection_removed,
  "work.written": m.proposal_event_work,
  "proposal.leversChosen": m.proposal_event_levers,
  "proposal.carrierAdded": m.proposal_event_carrier,
  "amendment.accepted": m.amendment_event_accepted,
  "amendment.refused": m.amendment_event_refused,
  "amendment.reconsidered": m.amendment_event_reconsidered,
  "amendment.promoted": m.amendment_event_promoted,
  "proposal.initiativeAttached": m.initiative_event_attached,
  "proposal.proofReworded": m.initiative_event_example,
  "proposal.initiativeDetached": m.initiative_event_detached,
};

/** History of a proposal, newest first, its opening at least; and the link to its versions. */
export function History(props: { proposal: FragmentType<History_proposal> }) {
  const it = useSuspenseFragment({ fragment, from: props.proposal }).data;
  const { slug, history, versions, amendments, amendmentBehind: origin, createdOn } = it;
  const told = history.filter(({ event }) => sentences[event]);
  const isOpeningTold = told.some(({ event }) => event === "proposal.opened");
  return (
    <>
      {versions.length > 0 && (
        <More to={paths.proposalVersions(slug)}>{m.version_count({ count: versions.length })}</More>
      )}
      {amendments.length > 0 && (
        <More to={paths.amendments(slug)}>
          {amendments.length < longestList ? m.amendment_count({ count: amendments.length }) : m.amendment_title()}
        </More>
      )}
      {origin && (
        <More to={paths.amendment(origin.proposal.slug, origin.id)}>
          {m.amendment_origin({ who: authorOf(origin) })}
        </More>
      )}
      <ol className="flow">
        {told.map(({ id, event, on, actorName }) => (
          <li key={id}>
            <When date={on} /> · {sentences[event]!()}
            {actorName && ` ${m.proposal_history_by({ name: actorName })}`}
          </li>
        ))}
        {!isOpeningTold && (
          <li>
            <When date={createdOn} /> · {m.proposal_event_opened()}
          </li>
        )}
      </ol>
    </>
  );
}

History.fragment = fragment;
