import { m } from "@cahier/schema/messages";
import { SlideIn } from "../../features/contribution/SlideIn.tsx";
import { InitiativeLine } from "../../features/initiative/InitiativeLine.tsx";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { ProposalMinority } from "../../features/minority/ProposalMinority.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { Objections } from "../../features/proposal/Objections.tsx";
import { partId } from "../../features/proposal/slots.ts";
import { StatementItem } from "../../features/proposal/StatementItem.tsx";
import { Arguments } from "../../features/supply/Arguments.tsx";
import type { ProposalPage } from "../../graphql/operations.generated.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { Beside, Part } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { positionRulings } from "./positionRulings.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/**
 * The second zone of a proposal: its sentences part by part, each with words that it stands on beside it; then what is
 * held against it, and where it is done already.
 */
export function ProposalSupport({ proposal: it }: { proposal: Proposal }) {
  const { statements, objections, examples } = it;
  const inOrder = keysOf(partNames).flatMap((part) => statements.filter((statement) => statement.part === part));
  const proofs = proofsOf(inOrder.map(({ passages }) => passages));
  return (
    <Row id="support" heading={m.proposal_argument()} aside={m.proposal_argument_words()}>
      <SlideIn>
        <ul>
          {inOrder.map((statement, index) => {
            const { id, part, keyPoints, passages } = statement;
            const isFirst = inOrder[index - 1]?.part !== part;
            return (
              <StatementItem
                statement={statement}
                part={isFirst ? { id: partId(part), name: partNames[part]() } : undefined}
                proof={<Proof passages={proofs[index]!} />}
                defined={it.glossary}
                keyPoints={keyPoints.map((keyPoint) => (
                  <KeyPointItem keyPoint={keyPoint} mixed key={keyPoint.id} />
                ))}
                words={passages.map((passage) => (
                  <Verbatim passage={passage} key={passage.id} />
                ))}
                key={id}
              />
            );
          })}
        </ul>
      </SlideIn>
      <Beside>
        {objections.length > 0 && (
          <Part id="objections" heading={m.proposal_objections()}>
            <Objections proposal={it} />
          </Part>
        )}
        {examples.length > 0 && (
          <Part id="examples" heading={m.proposal_examples()}>
            <ul>
              {examples.map(({ id, proves, initiative }) => (
                <InitiativeLine initiative={initiative} proves={proves} key={id} />
              ))}
            </ul>
          </Part>
        )}
      </Beside>
      <Arguments slug={it.slug} args={it.arguments} />
      <ProposalMinority proposal={it} folded={false} ruling={positionRulings("proposal", it.slug)} />
    </Row>
  );
}

/** The parts of a proposal, from the first of its sentences on. */
export const contentsOf = ({ statements, objections, examples }: Proposal) => [
  ...keysOf(partNames)
    .filter((name) => statements.some(({ part }) => part === name))
    .map((part) => ({ to: `#${partId(part)}`, words: partNames[part]() })),
  ...(objections.length > 0 ? [{ to: "#objections", words: m.proposal_objections() }] : []),
  ...(examples.length > 0 ? [{ to: "#examples", words: m.proposal_examples() }] : []),
  { to: "#now", words: m.proposal_now() },
];
