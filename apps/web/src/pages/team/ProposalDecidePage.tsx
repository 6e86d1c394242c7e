import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import {
  reopenProposal,
  setAsideProposal,
  stabiliseProposal,
  withdrawProposal,
} from "../../features/adoption/acts.tsx";
import { Adopt } from "../../features/adoption/Adopt.tsx";
import type { Decided } from "../../features/adoption/decided.ts";
import { Erratum } from "../../features/adoption/Erratum.tsx";
import { Merge } from "../../features/adoption/Merge.tsx";
import { NotSent, Reasoned } from "../../features/adoption/Reasoned.tsx";
import { Split } from "../../features/adoption/Split.tsx";
import { Decision } from "../../features/proposal/Decision.tsx";
import { missingCalls } from "../../features/proposal/missing.ts";
import type { ProposalDecidePage, ProposalDecidePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { proposalStateNames, responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";

const query: TypedDocumentNode<ProposalDecidePage, ProposalDecidePageVariables> = gql`
  query ProposalDecidePage($slug: String!) {
    proposal(slug: $slug) {
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
      ...Decision_proposal
    }
    proposals {
      id
      slug
      number
      title
      state
    }
    meetings {
      id
      title
      startsAt
      state
    }
    territories(kind: REGION) {
      slug
      name
    }
    bench {
      toRead
    }
  }
  ${Decision.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

/** Where the team decides on a proposal: each act that its state allows, and none else. Asking for the bench keeps others out. */
export function Component() {
  const { proposal, proposals, meetings, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const it = proposal!;
  const may = (to: Decided["state"]) => it.state !== "DRAFT" && it.viewerMayMoveTo.includes(to);
  const held = meetings
    .filter(({ state }) => state !== "ANNOUNCED" && state !== "CANCELLED")
    .toSorted((one, other) => other.startsAt.localeCompare(one.startsAt));
  const others = proposals.filter(({ id, state }) => id !== it.id && state === "OPEN");
  return (
    <Ruled>
      <PageHead
        margin={m.proposal_number(it)}
        note={proposalStateNames[it.state]()}
        kicker={responsesAndRegions(it)}
        title={m.decision_title({ title: it.title })}
        tab={m.decision_tab()}
      >
        <p className="cluster">
          <More to={paths.proposal(it.slug)}>{m.decision_as_read()}</More>
          <More to={paths.proposalEdit(it.slug)} icon={null}>
            {m.proposal_statement_edit()}
          </More>
        </p>
      </PageHead>
      {it.state === "DRAFT" && (
        <Row>
          <p>{m.decision_draft()}</p>
        </Row>
      )}
      {it.missing.length > 0 && may("STABILISED") && (
        <Row heading={m.decision_missing()} margin={m.decision_missing_count({ count: it.missing.length })}>
          <ul>
            {it.missing.map((part) => (
              <li key={part}>{missingCalls[part]()}</li>
            ))}
          </ul>
          <p>
            <Link to={paths.proposalEdit(it.slug)}>{m.decision_fill()}</Link>
          </p>
        </Row>
      )}
      {may("STABILISED") && (
        <Row heading={m.decision_stabilise()}>
          <Stabilise proposal={it} />
        </Row>
      )}
      {may("ADOPTED") && (
        <Row heading={m.decision_adopt()}>
          <Adopt proposal={it} meetings={held} regions={territories} />
        </Row>
      )}
      <Decision proposal={it} />
      {it.state === "ADOPTED" && (
        <Row heading={m.decision_errata()}>
          <Erratum proposalId={it.id} />
        </Row>
      )}
      {it.state !== "DRAFT" && it.viewerMayMoveTo.length > 0 && (
        <Row heading={m.decision_otherwise()}>
          {may("OPEN") && (
            <Reasoned
              proposal={it}
              mutation={reopenProposal}
              name={m.decision_reopen()}
              what={m.decision_reopen_what()}
            />
          )}
          {may("SET_ASIDE") && (
            <Reasoned
              proposal={it}
              mutation={setAsideProposal}
              name={m.decision_set_aside()}
              what={m.decision_set_aside_what()}
            />
          )}
          {may("WITHDRAWN") && (
            <Reasoned
              proposal={it}
              mutation={withdrawProposal}
              name={m.decision_withdraw()}
              what={m.decision_withdraw_what()}
            />
          )}
          {may("MERGED") && <Merge proposal={it} others={others} />}
          {may("SPLIT") && it.statements.length > 1 && <Split proposal={it} />}
        </Row>
      )}
    </Ruled>
  );
}

function Stabilise({ proposal: { id, version, missing } }: { proposal: Decided }) {
  const act = useAct(stabiliseProposal, ["ProposalDecidePage"]);
  return (
    <Form
      label={m.decision_stabilise()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void act.run({ id, version })}
    >
      <p className="quiet">{m.decision_stabilise_what()}</p>
      {missing.length === 0 && <Notice tone="done">{m.decision_whole()}</Notice>}
      <NotSent failed={act.failed} />
      <Button type="submit" primary>
        {m.decision_stabilise_do()}
      </Button>
    </Form>
  );
}
