import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect } from "react";
import { type LoaderFunctionArgs, useLoaderData, useLocation } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { partId, placeOf } from "../../features/proposal/slots.ts";
import { AlsoHere } from "../../features/openPage/AlsoHere.tsx";
import { Missing } from "../../features/proposalWriting/Missing.tsx";
import { openSlot } from "../../features/proposalWriting/openSlot.ts";
import { ProposalForm } from "../../features/proposalWriting/ProposalForm.tsx";
import { Publish } from "../../features/proposalWriting/Publish.tsx";
import { Remove } from "../../features/proposalWriting/Remove.tsx";
import { SavedContext } from "../../features/proposalWriting/saved/SavedContext.ts";
import { SavedLine } from "../../features/proposalWriting/saved/SavedLine.tsx";
import { SourcesContext } from "../../features/proposalWriting/sources/SourcesContext.ts";
import { SourcesToLink } from "../../features/proposalWriting/sources/SourcesToLink.tsx";
import { StatementBox } from "../../features/proposalWriting/StatementBox.tsx";
import { Supplies } from "../../features/proposalWriting/Supplies.tsx";
import { useAllSaved } from "../../features/proposalWriting/saved/useAllSaved.ts";
import { useTheirSaves } from "../../features/proposalWriting/useTheirSaves.tsx";
import { StatementPartSlot } from "../../features/proposalWriting/WorkshopPart.tsx";
import styles from "../../features/proposalWriting/Workshop.module.css";
import type { ProposalEditPage, ProposalEditPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf, partNames, proposalStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { WordsContext } from "../../shared/Advice.tsx";
import { carrierChoices } from "../../shared/carrierChoices.tsx";
import { termChoice } from "../../shared/choices.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { useMedia } from "../../ui/useMedia.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ProposalSlots } from "./ProposalSlots.tsx";

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
          region {
            id
            name
          }
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
        ...StatementBox_statement @unmask
      }
      ...SourcesToLink_proposal @unmask
      ...ProposalForm_proposal @unmask
      ...Publish_proposal
      ...Remove_proposal
    }
    readingDesk {
      toRead
    }
    levers: terms(kind: LEVER_TYPE) {
      ...TermChoice_term @unmask
    }
    ...CarrierChoices_query @unmask
  }
  ${StatementBox.fragment}
  ${SourcesToLink.fragment}
  ${ProposalForm.fragment}
  ${Publish.fragment}
  ${Remove.fragment}
  ${Supplies.fragment}
  ${termChoice}
  ${carrierChoices}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

/**
 * The workshop of a proposal: each sentence with the words it stands on, what is missing, and the public act last.
 * Asking for the reading desk keeps others out.
 */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data;
  const proposal = data.proposal!;
  const { slug, number, missing } = proposal;
  const isDraft = proposal.state === "DRAFT";
  const { saved, all } = useAllSaved(isDraft);
  useTheirSaves(slug);
  useNamedSlot();
  // In a narrow window, words that no sentence rests on come after the sentences instead of beside them.
  const beside = useMedia("(min-width: 1101px)");
  const toLink = <SourcesToLink sources={proposal.sourcesToLink} statements={proposal.statements} />;
  return (
    <WordsContext value={data.vocabulary}>
      <SourcesContext value={slug}>
        <SavedContext value={saved}>
          <Ruled>
            <PageHead
              margin={m.reading_proposal_number({ number })}
              note={
                <>
                  {m.vocabulary_people({ count: proposal.peopleCount })}
                  {", "}
                  {m.vocabulary_regions({ count: proposal.regionCount })}
                  <br />
                  {isDraft ? m.proposalWriting_team_only() : m.proposalWriting_everybody_reads()}
                </>
              }
              title={proposal.title}
              shown={
                <span className="visually-hidden">{m.proposalWriting_title({ number, title: proposal.title })}</span>
              }
              tab={m.reading_write_proposal()}
            >
              <div className="cluster">
                <Chip tone={isDraft ? "toCome" : "open"}>
                  {isDraft ? m.reading_draft() : proposalStateNames[proposal.state]()}
                </Chip>
                <SavedLine {...all} />
                <More to={paths.proposal(slug)}>{isDraft ? m.proposalWriting_as_read() : m.reading_as_read()}</More>
                <More to={paths.proposalAdopt(slug)}>{m.adoption_link()}</More>
              </div>
              <AlsoHere kind="PROPOSAL" id={proposal.id} />
              <ProposalForm proposal={proposal} key={proposal.id} />
            </PageHead>
            <Row>
              <div className={styles.work}>
                <aside className={styles.rail} aria-label={m.proposalWriting_where()}>
                  <Missing placeOf={(part) => placeOf(slug, part)} missing={missing} />
                  {beside && toLink}
                  {proposal.supplies.some(({ takenAs }) => !takenAs) && (
                    <div className={styles.sheet}>
                      <p>
                        <More to={`${paths.proposalEdit(slug)}#supplies`}>
                          {m.proposalWriting_supplies({
                            count: proposal.supplies.filter(({ takenAs }) => !takenAs).length,
                          })}
                        </More>
                      </p>
                    </div>
                  )}
                </aside>
                <div className={styles.parts}>
                  {keysOf(partNames).map((part) => (
                    <StatementPartSlot
                      id={partId(part)}
                      proposalId={proposal.id}
                      part={part}
                      statements={proposal.statements.filter((one) => one.part === part)}
                      missing={(part === "PROBLEM" || part === "MEASURE") && missing.includes(part)}
                      key={part}
                    />
                  ))}
                  {!beside && toLink}
                  <ProposalSlots {...data} proposal={proposal} />
                  <Publish proposal={proposal} />
                  <Remove proposal={proposal} />
                </div>
              </div>
            </Row>
          </Ruled>
        </SavedContext>
      </SourcesContext>
    </WordsContext>
  );
}

/** The slot that the address names is opened, with the cursor in it. */
function useNamedSlot() {
  const location = useLocation();
  // Each time a link is followed, be it the same one again.
  useEffect(() => {
    if (location.hash) openSlot(location.hash);
  }, [location]);
}
