import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { WithOthers } from "../../features/coherence/WithOthers.tsx";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import { InitiativeCard } from "../../features/initiative/InitiativeCard.tsx";
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
import { Works } from "../../features/proposal/Works.tsx";
import { Arguments } from "../../features/supply/Arguments.tsx";
import { Calls } from "../../features/supply/Calls.tsx";
import { reactionCount } from "../../features/reaction/ReactionList.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { ProposalMinority } from "../../features/minority/ProposalMinority.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import type { ProposalPage, ProposalPageVariables } from "../../graphql/operations.generated.ts";
import { apolloClient, preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { proposalStateNames, responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Defined } from "../../shared/Defined.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import styles from "./Chain.module.css";
import { lacking } from "./lacking.ts";
import { ProposalCoverage, proposalCoverage } from "./ProposalCoverage.tsx";
import { ProposalParts } from "./ProposalParts.tsx";

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
      regionCount
      fictional
      mergedInto {
        id
        slug
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
        passages {
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
      works {
        id
        title
        reference
        url
        words {
          id
          authorName
          organisationName
        }
      }
      examples {
        id
        proves
        initiative {
          id
          ...InitiativeCard_initiative
        }
      }
      asks {
        id
      }
      handovers {
        id
        ...HandoverCard_handover
      }
      coverage {
        ...CoverageNote_coverage @unmask
      }
      reactions {
        id
        kind
        hiddenFor
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
  ${InitiativeCard.fragment}
  ${HandoverCard.fragment}
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

export const loader = async (args: LoaderFunctionArgs) => {
  const variables = { slug: args.params.slug! };
  const page = await preload(args, query, variables, "proposal");
  const { mergedInto } = args.context.get(apolloClient).readQuery({ query, variables })!.proposal!;
  // Every link to one that was merged leads to the one that took it in, but the link by which that one shows it.
  if (mergedInto && !new URL(args.request.url).searchParams.has("before"))
    throw redirect(paths.proposal(mergedInto.slug));
  return page;
};

/** A proposal, argued sentence by sentence: each opens the words it stands on. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.proposal!;
  const { objections, examples, asks, handovers, reactions } = it;
  const missing = it.state === "OPEN" || it.viewerCan.edit ? it.missing.map((part) => lacking(it, part)) : [];
  return (
    <Ruled>
      <PageHead
        margin={m.proposal_number(it)}
        note={proposalStateNames[it.state]()}
        kicker={responsesAndRegions(it)}
        title={it.title}
        lang={contentLang()}
        lead={
          <p lang={contentLang()}>
            <Defined text={it.summary} uses={it.glossary} of={it.id} />
          </p>
        }
      >
        {it.fictional && <Fictional />}
        {it.publishedAlone && <p className="quiet">{m.proposal_published_alone()}</p>}
        <div className="cluster">
          {it.viewerCan.edit && (
            <ButtonLink small to={paths.proposalEdit(it.slug)}>
              <Icon name="pen" size={17} />
              {m.proposal_statement_edit()}
            </ButtonLink>
          )}
          {it.viewerCan.edit && (
            <ButtonLink small to="/productions">
              {m.production_title()}
            </ButtonLink>
          )}
          {it.viewerCan.carry && (
            <ButtonLink small to={paths.handoverOpen(it.slug)}>
              {m.handover_open()}
            </ButtonLink>
          )}
          {it.viewerCan.decide && (
            <ButtonLink small to={paths.proposalAdopt(it.slug)}>
              {m.adoption_link()}
            </ButtonLink>
          )}
          <WatchLink kind="PROPOSAL" id={it.id} page={paths.proposal(it.slug)} />
          <ShareButton title={it.title} />
          <PrintButton />
        </div>
        <ProposalFiles slug={it.slug} />
      </PageHead>
      {missing.length > 0 && (
        <Row margin={m.proposal_call()}>
          <a href="#calls">{m.proposal_missing_count({ count: missing.length })}</a>
        </Row>
      )}
      <Adoption proposal={it} />
      <ProposalParts statements={it.statements} glossary={it.glossary} levers={it.levers} />
      {objections.length > 0 && (
        <Row
          id="objections"
          heading={m.proposal_objections()}
          margin={m.proposal_objections_count({ count: objections.length })}
        >
          <Objections proposal={it} className={styles.wide} />
        </Row>
      )}
      <ProposalMinority proposal={it} />
      {examples.length > 0 && (
        <Row
          id="examples"
          heading={m.proposal_examples()}
          margin={m.proposal_examples_count({ count: examples.length })}
        >
          <ul className="cards">
            {examples.map(({ id, proves, initiative }) => (
              <InitiativeCard initiative={initiative} proves={proves} key={id} />
            ))}
          </ul>
        </Row>
      )}
      <Row id="asks" heading={m.proposal_asks()} margin={m.proposal_asks_count({ count: asks.length })}>
        <Asks proposal={it} />
      </Row>
      <Row id="carriers" heading={m.proposal_carriers()}>
        <Carriers proposal={it} />
      </Row>
      <Works works={it.works} />
      <Calls proposalId={it.id} missing={missing} calls={it.calls} />
      <Arguments proposalId={it.id} slug={it.slug} args={it.arguments} open={it.state === "OPEN"} />
      <Row
        heading={m.proposal_handovers()}
        margin={
          handovers.length ? m.proposal_handovers_count({ count: handovers.length }) : m.proposal_handovers_none()
        }
      >
        <ul className={styles.wide}>
          {handovers.map((handover) => (
            <HandoverCard handover={handover} without="proposal" key={handover.id} />
          ))}
        </ul>
      </Row>
      <ProposalCoverage proposal={it} />
      <Row id="reactions" heading={m.reaction_title()} margin={reactionCount(reactions)}>
        <Reactions subject="PROPOSAL" subjectId={it.id} reactions={reactions} />
      </Row>
      <WithOthers notes={it.coherence} of={it.id} />
      <Row heading={m.proposal_history()}>
        <History proposal={it} />
      </Row>
    </Ruled>
  );
}
