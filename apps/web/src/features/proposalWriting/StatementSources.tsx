import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  SourceStatement,
  SourceStatementVariables,
  StatementSources_keyPoint,
  StatementSources_statement,
} from "../../graphql/operations.generated.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "../../shared/Desk.module.css";

const statementFragment: TypedDocumentNode<StatementSources_statement> = gql`
  fragment StatementSources_statement on Statement {
    id
    peopleCount
    regionCount
    keyPoints {
      id
    }
    ownPassages {
      id
      quote
    }
    sourcesVersion
  }
`;

const keyPointFragment: TypedDocumentNode<StatementSources_keyPoint> = gql`
  fragment StatementSources_keyPoint on KeyPoint {
    id
    number
    sentence
    passages {
      id
      quote
    }
  }
`;

const sourceStatement: TypedDocumentNode<SourceStatement, SourceStatementVariables> = gql`
  mutation SourceStatement($input: SourceStatementInput!) {
    sourceStatement(input: $input) {
      ...Form_outcome @unmask
      statement {
        id
        peopleCount
        regionCount
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  statement: FragmentType<StatementSources_statement>;
  /** Stated key points it may rest on, by objective. */
  objectives: readonly {
    id: string;
    number: number;
    name: string;
    keyPoints: readonly FragmentType<StatementSources_keyPoint>[];
  }[];
}

/** Count of the sources of a statement. Its form is drawn on request only: it may list two hundred passages. */
export function StatementSources({ objectives, ...props }: Props) {
  const { data: statement } = useSuspenseFragment({ fragment: statementFragment, from: props.statement });
  const [open, setOpen] = useState(false);
  return (
    <div className={`flow ${styles.sources}`}>
      <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
        {m.reading_sources({ behind: peopleAndRegions(statement) })}
      </Button>
      {open && <SourcesForm statement={statement} objectives={objectives} />}
    </div>
  );
}

interface FormProps extends Pick<Props, "objectives"> {
  statement: StatementSources_statement;
}

/** Sources of a statement: key points with all their passages, and single passages. */
function SourcesForm({ statement, objectives }: FormProps) {
  const [source, { data, loading, error }] = useMutation(sourceStatement, { refetchQueries: ["ProposalEditPage"] });
  const own = new Set(statement.ownPassages.map(({ id }) => id));
  const send = (fields: FormData) =>
    void source({
      variables: {
        input: {
          id: statement.id,
          sourcesVersion: statement.sourcesVersion,
          keyPointIds: fields.getAll("keyPointIds") as string[],
          passageIds: [...new Set(fields.getAll("passageIds") as string[])],
        },
      },
    });
  return (
    <Form problems={data?.sourceStatement.problems} busy={loading} onSubmit={send}>
      {statement.ownPassages.length > 0 && (
        <fieldset>
          <legend>{m.reading_own_passages()}</legend>
          {statement.ownPassages.map((passage) => (
            <Tick name="passageIds" value={passage.id} checked label={`« ${passage.quote} »`} key={passage.id} />
          ))}
        </fieldset>
      )}
      {objectives.map((objective) => (
        <Disclosure summary={`${objective.number}. ${objective.name}`} key={objective.id}>
          {objective.keyPoints.map((keyPoint, index) => (
            <KeyPointTicks
              keyPoint={keyPoint}
              chosen={new Set(statement.keyPoints.map(({ id }) => id))}
              own={own}
              key={index}
            />
          ))}
        </Disclosure>
      ))}
      {data?.sourceStatement.statement && (
        <Notice tone="done" live>
          {m.reading_saved()}
        </Notice>
      )}
      <Failed because={error}>{m.reading_not_saved()}</Failed>
      <Button type="submit" small>
        {m.reading_attach()}
      </Button>
    </Form>
  );
}

StatementSources.statementFragment = statementFragment;
StatementSources.keyPointFragment = keyPointFragment;

interface TicksProps {
  keyPoint: FragmentType<StatementSources_keyPoint>;
  chosen: ReadonlySet<string>;
  own: ReadonlySet<string>;
}

function KeyPointTicks({ chosen, own, ...props }: TicksProps) {
  const { data: keyPoint } = useSuspenseFragment({ fragment: keyPointFragment, from: props.keyPoint });
  const others = keyPoint.passages.filter(({ id }) => !own.has(id));
  return (
    <div>
      <Tick
        name="keyPointIds"
        value={keyPoint.id}
        checked={chosen.has(keyPoint.id)}
        label={`${keyPoint.number}. ${keyPoint.sentence}`}
      />
      {others.length > 0 && (
        <Disclosure summary={m.reading_single_passages()}>
          {others.map((passage) => (
            <Tick
              name="passageIds"
              value={passage.id}
              checked={false}
              label={`« ${passage.quote} »`}
              key={passage.id}
            />
          ))}
        </Disclosure>
      )}
    </div>
  );
}

const Tick = ({ name, value, checked, label }: { name: string; value: string; checked: boolean; label: string }) => (
  <label className={styles.item}>
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    <span lang="fr">{label}</span>
  </label>
);
