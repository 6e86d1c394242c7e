import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import type {
  AskProduction,
  AskProductionVariables,
  ProductionFormat,
  ProductionKind,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { newKey } from "../../ui/key.ts";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { formatNames, kindNames } from "./production.labels.ts";
import { Form } from "../../ui/Form.tsx";

const mutation: TypedDocumentNode<AskProduction, AskProductionVariables> = gql`
  mutation AskProduction($input: AskProductionInput!) {
    askProduction(input: $input) {
      ...Form_outcome @unmask
      production {
        id
      }
    }
  }
  ${Form.fragment}
`;

const offered: [kind: ProductionKind, lead: () => string, formats: ProductionFormat[]][] = [
  ["REPORT", m.production_report_lead, ["PDF", "DOCX", "ODT", "HTML"]],
  ["DECK", m.production_deck_lead, ["PPTX"]],
];

/** Documents a team can ask for: the report and the deck, in each format. */
export function AskProductions({ group }: { group: string }) {
  const act = useAct(mutation, ["ProductionsPage"]);
  /** The same until it is done: asked again, it is asked once. */
  const key = useRef<string | null>(null);
  const ask = async (kind: ProductionKind, format: ProductionFormat) => {
    key.current ??= newKey();
    const done = await act.run({ key: key.current, group, kind, format });
    if (done || !act.failed) key.current = null;
  };
  return (
    <div className="flow">
      <ul className="cards">
        {offered.map(([kind, lead, formats]) => (
          <Card as="li" key={kind}>
            <h3>{kindNames[kind]()}</h3>
            <p>{lead()}</p>
            <div className="cluster">
              {formats.map((format) => (
                <Button
                  small
                  disabled={act.busy}
                  aria-label={m.production_ask_for({ kind: kindNames[kind](), format: formatNames[format]() })}
                  onClick={() => void ask(kind, format)}
                  key={format}
                >
                  {formatNames[format]()}
                </Button>
              ))}
            </div>
          </Card>
        ))}
      </ul>
      {act.problems.map((problem) => (
        <Notice tone="warn" live key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
      <Failed because={act.failed} />
    </div>
  );
}
