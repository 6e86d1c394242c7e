import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  EditKeyPoint,
  EditKeyPointVariables,
  KeyPointEditor_keyPoint,
  KeyPointNature,
  StateKeyPoint,
  StateKeyPointVariables,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { keysOf, natureNames, peopleAndRegions } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { OpenProposal } from "./OpenProposal.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { Theirs } from "./Theirs.tsx";

const fragment: TypedDocumentNode<KeyPointEditor_keyPoint> = gql`
  fragment KeyPointEditor_keyPoint on KeyPoint {
    id
    number
    sentence
    nature
    state
    version
    peopleCount
    regionCount
    passages {
      id
      quote
      contribution {
        id
      }
    }
  }
`;

const editKeyPoint: TypedDocumentNode<EditKeyPoint, EditKeyPointVariables> = gql`
  mutation EditKeyPoint($input: EditKeyPointInput!) {
    editKeyPoint(input: $input) {
      problems {
        code
        field
        value
      }
      keyPoint {
        id
        sentence
        nature
        version
      }
      current {
        sentence
        nature
        version
      }
    }
  }
`;

const stateKeyPoint: TypedDocumentNode<StateKeyPoint, StateKeyPointVariables> = gql`
  mutation StateKeyPoint($input: StateKeyPointInput!) {
    stateKeyPoint(input: $input) {
      problems {
        code
        field
        value
      }
      keyPoint {
        id
        state
        version
      }
    }
  }
`;

interface Props {
  keyPoint: FragmentType<KeyPointEditor_keyPoint>;
  /** Slug of the group where a proposal may begin from it. */
  group: string;
}

/** A key point as its rapporteurs work on it: its sentence, its words, and the act of stating it. */
export function KeyPointEditor({ group, ...props }: Props) {
  const { data: keyPoint } = useSuspenseFragment({ fragment, from: props.keyPoint });
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(keyPoint.version);
  const [edit, edited] = useMutation(editKeyPoint);
  const [state, stated] = useMutation(stateKeyPoint);
  const isStated = keyPoint.state === "STATED";
  const current = edited.data?.editKeyPoint.current;

  const save = (fields: FormData) =>
    void edit({
      variables: {
        input: {
          id: keyPoint.id,
          version,
          sentence: fields.get("sentence") as string,
          nature: fields.get("nature") as KeyPointNature,
        },
      },
    }).then(({ data }) => {
      const now = data?.editKeyPoint.keyPoint ?? data?.editKeyPoint.current;
      if (now) setVersion(now.version);
    });

  return (
    <Card as="li">
      <p className="cluster">
        <Chip tone={isStated ? "done" : "toCome"}>{isStated ? m.bench_stated() : m.bench_working()}</Chip>
        <span className="quiet">{peopleAndRegions(keyPoint)}</span>
      </p>
      <h3>
        {keyPoint.number}. {keyPoint.sentence}
      </h3>
      <Disclosure summary={m.bench_passages({ count: keyPoint.passages.length })}>
        <ul className="flow">
          {keyPoint.passages.map((passage) => (
            <li key={passage.id} lang="fr">
              <Link to={paths.benchRead(passage.contribution.id)}>« {passage.quote} »</Link>
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure summary={m.bench_reword()}>
        <Form problems={edited.data?.editKeyPoint.problems} busy={edited.loading} onSubmit={save}>
          {current && <Theirs text={current.sentence} />}
          <TextField
            name="sentence"
            label={m.bench_sentence()}
            defaultValue={keyPoint.sentence}
            maxLength={limits["keyPoint.sentence"]}
          />
          <Select name="nature" label={m.bench_nature()} defaultValue={keyPoint.nature}>
            {keysOf(natureNames).map((nature) => (
              <option value={nature} key={nature}>
                {natureNames[nature]()}
              </option>
            ))}
          </Select>
          <SaveButton saved={!!edited.data?.editKeyPoint.keyPoint} failed={!!edited.error} stale={!!current} />
        </Form>
      </Disclosure>
      {isStated ? (
        <OpenProposal group={group} keyPointId={keyPoint.id} />
      ) : (
        <Form
          problems={stated.data?.stateKeyPoint.problems}
          busy={stated.loading}
          onSubmit={() => void state({ variables: { input: { id: keyPoint.id, version } } })}
        >
          <Button type="submit" small>
            {m.bench_state()}
          </Button>
        </Form>
      )}
    </Card>
  );
}

KeyPointEditor.fragment = fragment;
