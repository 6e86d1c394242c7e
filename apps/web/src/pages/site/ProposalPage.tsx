import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { WithOthers } from "../../features/coherence/WithOthers.tsx";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { InitiativeLine } from "../../features/initiative/InitiativeLine.tsx";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { ProposalFiles } from "../../features/production/ProposalFiles.tsx";
import { Asks } from "../../features/proposal/Asks.tsx";
import { Carriers } from "../../features/proposal/Carriers.tsx";
import { Adoption } from "../../features/proposal/Adoption.tsx";
import { History } from "../../features/proposal/History.tsx";
import { Objections } from "../../features/proposal/Objections.tsx";
import { StatementItem } from "../../features/proposal/StatementItem.tsx";
import { Arguments } from "../../features/supply/Arguments.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { ProposalMinority } from "../../features/minority/ProposalMinority.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import type { ProposalPage, ProposalPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { proposalStateNames, termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Defined } from "../../shared/Defined.tsx";
import { Follow } from "../../ui/Follow.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { LinkedData } from "../../ui/LinkedData.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { lacking } from "./lacking.ts";
import { proposalCoverage } from "./ProposalCoverage.tsx";
import { ProposalNow } from "./ProposalNow.tsx";
import { ProposalStanding } from "./ProposalStanding.tsx";
import { contentsOf, ProposalSupport } from "./ProposalSupport.tsx";

const query: TypedDocumentNode<ProposalPage, ProposalPageVariables> = gql`
  query ProposalPage($slug: String!) {
    proposal(slug: $slug) {
      id
      ...ProposalCoverage_proposal @unmask
      slug
      number
      title
      summary
      state
      stateOn
      createdOn
      publishedAlone
      levers {
        key
        label
        labelEn
      }
      missing
      calls {
        slot
        part
        region {
          id
          name
        }
      }
      arguments {
        ...Arguments_supply @unmask
      }
      peopleCount
      fictional
      mergedInto {
        id
        slug
      }
      nextMeeting {
        id
        slug
        title
        startsAt
      }
      viewerCan {
        carry
        edit
        decide
      }
      objectives {
        id
        slug
        number
        name
      }
      statements {
        id
        part
        keyPoints {
          id
          ...KeyPointItem_keyPoint
        }
        passages(first: 20) {
          id
          ...Proof_passage @unmask
          ...Verbatim_passage
        }
        ...StatementItem_statement
      }
      glossary {
        ...Defined_use @unmask
      }
      coherence {
        ...NoteCard_note @unmask
      }
      objections {
        id
      }
      versions {
        id
      }
      works {
        id
        title
        reference
        url
        words {
          id
          authorName
          nameIsUnverified
          organisationName
        }
      }
      examples {
        id
        proves
        initiative {
          id
          ...InitiativeLine_initiative
        }
      }
      handovers {
        id
        ask
        state
        carrierName
        interlocutor {
          id
          name
        }
        reply {
          text
        }
        ...HandoverStatus_handover
      }
      coverage {
        ...CoverageNote_coverage @unmask
      }
      reactions {
        id
        kind
        hiddenFor
        ofPart
        ...Reactions_reaction
      }
      ...Asks_proposal
      ...Carriers_proposal
      ...History_proposal
      ...Adoption_proposal
      ...Objections_proposal
      ...ProposalMinority_proposal
    }
  }
  ${proposalCoverage}
  ${KeyPointItem.fragment}
  ${Proof.fragment}
  ${Verbatim.fragment}
  ${StatementItem.fragment}
  ${Defined.fragment}
  ${WithOthers.fragment}
  ${InitiativeLine.fragment}
  ${HandoverStatus.fragment}
  ${CoverageNote.fragment}
  ${Reactions.fragment}
  ${Asks.fragment}
  ${Carriers.fragment}
  ${History.fragment}
  ${Adoption.fragment}
  ${Objections.fragment}
  ${Arguments.fragment}
  ${ProposalMinority.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ proposal }) => {
    const mergedInto = proposal?.mergedInto;
    // Every link to one that was merged leads to the one that took it in, but the link by which that one shows it.
    if (mergedInto && !new URL(args.request.url).searchParams.has("before"))
      throw redirect(paths.proposal(mergedInto.slug));
    return proposal;
  });

/** A proposal in three zones: what it is and where it stands; what supports it; what happened and what can be said. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.proposal!;
  const missing = it.state === "OPEN" || it.viewerCan.edit ? it.missing.map((part) => lacking(it, part)) : [];
  const statusOf = (office: string) => {
    const handover = it.handovers.find(({ interlocutor }) => interlocutor.id === office);
    return handover ? (
      <Link to={paths.handover(handover.id)}>
        <HandoverStatus handover={handover} />
      </Link>
    ) : null;
  };
  return (
    <Ruled>
      {import.meta.env.SSR && (
        <LinkedData
          of={{
            "@type": "CreativeWork",
            name: it.title,
            abstract: it.summary,
            dateCreated: it.createdOn,
            creativeWorkStatus: proposalStateNames[it.state](),
            version: it.versions.length,
            about: it.objectives.map(({ name }) => ({ "@type": "Thing", name })),
          }}
        />
      )}
      <PageHead
        margin={m.proposal_number(it)}
        note={
          it.levers.length > 0 && (
            <span className="wide">{m.proposal_levers_are({ levers: it.levers.map(termLabel).join(", ") })}</span>
          )
        }
        title={it.title}
        lang={contentLang()}
        lead={
          <p lang={contentLang()}>
            <Defined text={it.summary} uses={it.glossary} of={it.id} />
          </p>
        }
        aside={<ProposalStanding proposal={it} missing={missing.length} />}
      >
        {it.fictional && <Fictional />}
        {it.publishedAlone && <p className="quiet">{m.proposal_published_alone()}</p>}
        <div className="cluster">
          <ButtonLink primary className="no-print" to="#say">
            <Icon name="speech" size={18} />
            {m.proposal_say()}
          </ButtonLink>
          <WatchLink small kind="PROPOSAL" id={it.id} page={paths.proposal(it.slug)} />
          <ShareButton title={it.title} />
          <ProposalFiles slug={it.slug} />
        </div>
        <TeamActs proposal={it} />
      </PageHead>
      <Asks proposal={it} statusOf={statusOf} />
      <Adoption proposal={it} />
      <Follow contents={contentsOf(it)}>
        <ProposalSupport proposal={it} />
        <ProposalNow proposal={it} missing={missing} />
      </Follow>
    </Ruled>
  );
}

/** Acts of the team on it, as far as the viewer may. */
const TeamActs = ({
  proposal: { slug, viewerCan },
}: {
  proposal: Pick<NonNullable<ProposalPage["proposal"]>, "slug" | "viewerCan">;
}) =>
  (viewerCan.edit || viewerCan.carry || viewerCan.decide) && (
    <div className="cluster no-print">
      {viewerCan.edit && (
        <ButtonLink small to={paths.proposalEdit(slug)}>
          <Icon name="pen" size={17} />
          {m.proposal_statement_edit()}
        </ButtonLink>
      )}
      {viewerCan.edit && (
        <ButtonLink small to="/productions">
          {m.production_title()}
        </ButtonLink>
      )}
      {viewerCan.carry && (
        <ButtonLink small to={paths.handoverOpen(slug)}>
          {m.handover_open()}
        </ButtonLink>
      )}
      {viewerCan.decide && (
        <ButtonLink small to={paths.proposalAdopt(slug)}>
          {m.adoption_link()}
        </ButtonLink>
      )}
    </div>
  );
