import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import {
  reopenProposal,
  setAsideProposal,
  stabiliseProposal,
  withdrawProposal,
} from "../../features/adoption/adoption.mutations.tsx";
import { Adopt } from "../../features/adoption/Adopt.tsx";
import { Confirm } from "../../features/adoption/Confirm.tsx";
import type { ProposalToAdopt } from "../../features/adoption/proposalToAdopt.ts";
import { Erratum, RemoveErratum } from "../../features/adoption/Erratum.tsx";
import { Merge } from "../../features/adoption/Merge.tsx";
import { Reasoned } from "../../features/adoption/Reasoned.tsx";
import { Split } from "../../features/adoption/Split.tsx";
import { Adoption } from "../../features/proposal/Adoption.tsx";
import { Publish } from "../../features/proposalWriting/Publish.tsx";
import { missingCalls } from "../../features/proposal/missing.ts";
import { placeOf } from "../../features/proposal/slots.ts";
import type { ProposalAdoptPage, ProposalAdoptPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { proposalStateNames, responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { decision } from "../../shared/decision.tsx";

const query: TypedDocumentNode<ProposalAdoptPage, ProposalAdoptPageVariables> = gql`
  query ProposalAdoptPage($slug: String!) {
    proposal: proposalToDecide(slug: $slug) {
      id
      slug
      number
      title
      state
      version
      peopleCount
      regionCount
      missing
      viewerMayMoveTo
      statements {
        id
        text
      }
      objections {
        id
      }
      asks {
        id
      }
      smallTeam
      viewerCan {
        edit
        adopt
        addErratum
      }
      errata {
        id
        text
        viewerMayRemove
      }
      adoptingMeetings {
        id
        slug
        title
        startsAt
        present
        hasPresence
        viewerCan {
          recordPresence
        }
      }
      recordedAdoption {
        decision {
          ...Decision_decision @unmask
        }
        recordedBy
        recordedOn
      }
      ...Publish_proposal
      ...Adoption_proposal
    }
  }
  ${Adoption.fragment}
  ${Publish.fragment}
  ${decision}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

/**
 * Decisions of the team on a proposal: only the acts its state allows. Its query keeps others out.
 */
export function Component() {
  const { proposal } = useReadQuery(useLoaderData<typeof loader>()).data;
  const it = proposal!;
  // A proposal published from this page says so on it.
  const [wasDraft] = useState(it.state === "DRAFT");
  const nothing = !wasDraft && it.viewerMayMoveTo.length === 0 && !it.viewerCan.addErratum;
  const may = (to: ProposalToAdopt["state"]) => it.state !== "DRAFT" && it.viewerMayMoveTo.includes(to);
  return (
    <Ruled>
      <PageHead
        margin={m.proposal_number(it)}
        note={proposalStateNames[it.state]()}
        kicker={responsesAndRegions(it)}
        title={m.adoption_title({ title: it.title })}
        tab={m.adoption_tab()}
      >
        <p className="cluster">
          <More to={paths.proposal(it.slug)}>{m.adoption_as_read()}</More>
          {it.viewerCan.edit && (
            <More to={paths.proposalEdit(it.slug)} icon={null}>
              {m.proposal_statement_edit()}
            </More>
          )}
        </p>
      </PageHead>
      {nothing && (
        <Row>
          <p className="prose">{it.state === "OPEN" ? m.adoption_not_yet() : m.adoption_over()}</p>
        </Row>
      )}
      {wasDraft && (
        <Row>
          <Publish proposal={it} lead={m.adoption_draft()} />
        </Row>
      )}
      {it.missing.length > 0 && may("STABILISED") && (
        <Row heading={m.adoption_missing()} margin={m.proposal_missing_count({ count: it.missing.length })}>
          <ul>
            {it.missing.map((part) => (
              <li key={part}>
                <Link to={placeOf(it.slug, part)}>{missingCalls[part]()}</Link>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {may("STABILISED") && (
        <Row heading={m.adoption_stabilise()}>
          <Stabilise proposal={it} />
        </Row>
      )}
      {may("ADOPTED") && (
        <Row heading={it.recordedAdoption ? m.adoption_to_confirm() : m.adoption_adopt()}>
          {it.recordedAdoption ? <Confirm proposal={it} /> : <Adopt proposal={it} />}
        </Row>
      )}
      <Adoption proposal={it} />
      {it.viewerCan.addErratum && (
        <Row heading={m.adoption_errata()}>
          {it.errata.map(
            (one) => one.viewerMayRemove && <RemoveErratum erratum={one} proposalId={it.id} key={one.id} />,
          )}
          <Erratum proposalId={it.id} />
        </Row>
      )}
      {it.state !== "DRAFT" && it.viewerMayMoveTo.some((to) => to !== "ADOPTED") && (
        <Row heading={m.adoption_otherwise()}>
          {may("OPEN") && (
            <Reasoned
              proposal={it}
              mutation={reopenProposal}
              name={m.adoption_reopen()}
              what={m.adoption_reopen_what()}
            />
          )}
          {may("SET_ASIDE") && (
            <Reasoned
              proposal={it}
              mutation={setAsideProposal}
              name={m.adoption_set_aside()}
              what={m.adoption_set_aside_what()}
            />
          )}
          {may("WITHDRAWN") && (
            <Reasoned
              proposal={it}
              mutation={withdrawProposal}
              name={m.adoption_withdraw()}
              what={m.adoption_withdraw_what()}
            />
          )}
          {may("MERGED") && <Merge proposal={it} />}
          {may("SPLIT") && it.statements.length > 1 && <Split proposal={it} />}
        </Row>
      )}
    </Ruled>
  );
}

function Stabilise({ proposal: { id, version, missing } }: { proposal: ProposalToAdopt }) {
  const act = useAct(stabiliseProposal, ["ProposalAdoptPage"]);
  return (
    <Form
      label={m.adoption_stabilise()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void act.run({ id, version })}
    >
      <p className="quiet">{m.adoption_stabilise_what()}</p>
      {missing.length === 0 && <Notice tone="done">{m.adoption_whole()}</Notice>}
      <Failed because={act.failed} />
      <Button type="submit" primary>
        {m.adoption_stabilise_do()}
      </Button>
    </Form>
  );
}
