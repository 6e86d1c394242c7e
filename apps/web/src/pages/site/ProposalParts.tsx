import { m } from "@cahier/schema/messages";
import { Fragment } from "react";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { partId } from "../../features/proposal/slots.ts";
import { StatementItem } from "../../features/proposal/StatementItem.tsx";
import type { ProposalPage } from "../../graphql/operations.generated.ts";
import { keysOf, partNames, termLabel } from "../../i18n/vocabulary.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Row } from "../../ui/Ruled.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/** The argument: each part named in a heading, each of its sentences with its sources. */
export const ProposalParts = ({ statements, glossary, levers }: Pick<Proposal, "statements" | "glossary" | "levers">) =>
  keysOf(partNames).map((part) => {
    const those = statements.filter((statement) => statement.part === part);
    return (
      <Fragment key={part}>
        {part === "LIMIT" && levers.length > 0 && (
          <Row heading={m.proposal_levers()}>
            <p className="cluster">
              {levers.map((lever) => (
                <Chip key={lever.key}>{termLabel(lever)}</Chip>
              ))}
            </p>
          </Row>
        )}
        {those.length > 0 && (
          <Row id={partId(part)} heading={partNames[part]()}>
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
        )}
      </Fragment>
    );
  });
