import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { ProposalForm } from "../../features/proposalWriting/ProposalForm.tsx";
import { Publish } from "../../features/proposalWriting/Publish.tsx";
import { NewStatement, StatementForm } from "../../features/proposalWriting/StatementForm.tsx";
import { Supplies } from "../../features/proposalWriting/Supplies.tsx";
import { StatementSources } from "../../features/proposalWriting/StatementSources.tsx";
import { missingCalls } from "../../features/proposal/missing.ts";
import { partId, placeOf } from "../../features/proposal/slots.ts";
import type { ProposalEditPage, ProposalEditPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { WordsContext } from "../../shared/Advice.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ProposalSlots } from "../site/ProposalSlots.tsx";
import { termChoice } from "../../shared/choices.tsx";
import { carrierChoices } from "../../shared/carrierChoices.tsx";

const query: TypedDocumentNode<ProposalEditPage, ProposalEditPageVariables> = gql`
  query ProposalEditPage($slug: String!) {
    vocabulary {
      avoid
      prefer
      why
    }
    proposal(slug: $slug) {
      id
      slug
      number
      title
      state
      peopleCount
      regionCount
      missing
      levers {
        key
        label
        labelEn
      }
      objections {
        id
        text
        reply
        blocking
        version
      }
      examples {
        id
        proves
        initiative {
          id
          slug
          name
        }
      }
      asks {
        id
        text
        version
        interlocutor {
          id
          slug
          name
        }
      }
      supplies {
        ...Supplies_supply @unmask
      }
      carriersToEdit {
        id
        name
        consent
      }
      works {
        id
        title
        reference
        version
      }
      statements {
        id
        part
        ...StatementForm_statement
        ...StatementSources_statement
      }
      ...ProposalForm_proposal
      ...Publish_proposal
    }
    readingDesk {
      toRead
    }
    levers: terms(kind: LEVER_TYPE) {
      ...TermChoice_term @unmask
    }
    initiatives(first: 100) {
      nodes {
        id
        slug
        name
      }
    }
    ...CarrierChoices_query @unmask
    group {
      id
      objectives {
        id
        number
        name
        keyPoints {
          id
          state
          ...StatementSources_keyPoint
        }
      }
    }
  }
  ${StatementForm.fragment}
  ${StatementSources.statementFragment}
  ${StatementSources.keyPointFragment}
  ${ProposalForm.fragment}
  ${Publish.fragment}
  ${Supplies.fragment}
  ${termChoice}
  ${carrierChoices}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

const missingCount = ({ length }: readonly unknown[]) =>
  length > 0 ? m.proposal_missing_count({ count: length }) : undefined;

/** A proposal as it is written: sentence by sentence, each with what it stands on. Asking for the reading desk keeps others out. */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data;
  const proposal = data.proposal!;
  const objectives = (data.group?.objectives ?? []).map((objective) => ({
    ...objective,
    keyPoints: objective.keyPoints.filter(({ state }) => state === "STATED"),
  }));
  return (
    <WordsContext value={data.vocabulary}>
      <Ruled>
        <PageHead
          margin={m.vocabulary_people({ count: proposal.peopleCount })}
          note={m.vocabulary_regions({ count: proposal.regionCount })}
          kicker={m.reading_proposal_number({ number: proposal.number })}
          title={proposal.title}
          tab={m.reading_write_proposal()}
        >
          <p className="cluster">
            <Chip tone={proposal.state === "DRAFT" ? "toCome" : "open"}>
              {proposal.state === "DRAFT" ? m.reading_draft() : m.reading_public()}
            </Chip>
            <More to={paths.proposal(proposal.slug)}>{m.reading_as_read()}</More>
            <More to={paths.proposalAdopt(proposal.slug)}>{m.adoption_link()}</More>
            <More to={paths.reading()} icon={null}>
              {m.reading_back()}
            </More>
          </p>
          <ProposalForm proposal={proposal} key={proposal.id} />
        </PageHead>
        <Row heading={m.scaffold_missing()} margin={missingCount(proposal.missing)}>
          {proposal.missing.length > 0 ? (
            <ul>
              {proposal.missing.map((part) => (
                <li key={part}>
                  <Link to={placeOf(proposal.slug, part)}>{missingCalls[part]()}</Link>
                </li>
              ))}
            </ul>
          ) : (
            <p>{m.scaffold_whole()}</p>
          )}
        </Row>
        {keysOf(partNames).map((part) => (
          <Row id={partId(part)} heading={partNames[part]()} margin={m.reading_statements()} key={part}>
            {proposal.statements
              .filter((statement) => statement.part === part)
              .map((statement) => (
                <Card as="article" key={statement.id}>
                  <StatementForm proposalId={proposal.id} statement={statement} />
                  <StatementSources statement={statement} objectives={objectives} />
                </Card>
              ))}
            <Disclosure summary={m.reading_new_statement_in({ part: partNames[part]() })}>
              <NewStatement proposalId={proposal.id} part={part} />
            </Disclosure>
          </Row>
        ))}
        <ProposalSlots {...data} proposal={proposal} />
        <Publish proposal={proposal} />
      </Ruled>
    </WordsContext>
  );
}
