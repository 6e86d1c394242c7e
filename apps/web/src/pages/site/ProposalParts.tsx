import { m } from "@cahier/schema/messages";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { partId } from "../../features/proposal/slots.ts";
import { StatementItem } from "../../features/proposal/StatementItem.tsx";
import type { ProposalPage } from "../../graphql/operations.generated.ts";
import { keysOf, partNames, termLabel } from "../../i18n/vocabulary.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Row } from "../../ui/Ruled.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/** The argument: its sentences part by part, each with words that it stands on beside it. */
export function ProposalParts({ statements, glossary, levers }: Pick<Proposal, "statements" | "glossary" | "levers">) {
  const inOrder = keysOf(partNames).flatMap((part) => statements.filter((statement) => statement.part === part));
  const proofs = proofsOf(inOrder.map(({ passages }) => passages));
  if (inOrder.length === 0) return null;
  return (
    <Row heading={m.proposal_argument()} margin={m.proposal_statements_count({ count: inOrder.length })}>
      <p className="quiet">{m.proposal_argument_words()}</p>
      <ul>
        {inOrder.map((statement, index) => {
          const { id, part, keyPoints, passages } = statement;
          const isFirst = inOrder[index - 1]?.part !== part;
          return (
            <StatementItem
              statement={statement}
              part={isFirst ? { id: partId(part), name: partNames[part]() } : undefined}
              proof={<Proof passages={proofs[index]!} />}
              defined={glossary}
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
      {levers.length > 0 && (
        <p className="cluster">
          <b>{m.proposal_levers()}</b>
          {levers.map((lever) => (
            <Chip key={lever.key}>{termLabel(lever)}</Chip>
          ))}
        </p>
      )}
    </Row>
  );
}
