import { KeyPointItem } from "../features/keyPoint/KeyPointItem.tsx";
import { Verbatim } from "../features/passage/Verbatim.tsx";
import { StatementItem } from "../features/proposal/StatementItem.tsx";
import type { ProposalPage } from "../graphql/operations.generated.ts";
import { keysOf, partNames } from "../i18n/vocabulary.ts";
import { Row } from "../ui/Ruled.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/** The argument: each part named in a heading, each of its sentences with its sources. */
export const ProposalParts = ({ statements, glossary }: Pick<Proposal, "statements" | "glossary">) =>
  keysOf(partNames).map((part) => {
    const those = statements.filter((statement) => statement.part === part);
    return (
      those.length > 0 && (
        <Row heading={partNames[part]()} key={part}>
          <ul>
            {those.map((statement) => (
              <StatementItem
                statement={statement}
                defined={glossary}
                keyPoints={statement.keyPoints.map((keyPoint) => (
                  <KeyPointItem keyPoint={keyPoint} mixed key={keyPoint.id} />
                ))}
                words={statement.passages.map((passage) => (
                  <Verbatim passage={passage} key={passage.id} />
                ))}
                key={statement.id}
              />
            ))}
          </ul>
        </Row>
      )
    );
  });
