import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import type {
  SourceStatement,
  SourceStatementVariables,
  SourcesToChoose,
  SourcesToChooseVariables,
} from "../../../graphql/operations.generated.ts";
import styles from "../../../shared/Desk.module.css";
import { useSettled } from "../../../shared/useSettled.ts";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useAct } from "../../../ui/useAct.ts";
import type { SourcedStatement } from "./Sources.tsx";
import { SourcesContext } from "./SourcesContext.ts";
import { quoted } from "../../../ui/quoted.ts";
import { contentLang } from "../../../i18n/content.ts";

export const sourceStatement: TypedDocumentNode<SourceStatement, SourceStatementVariables> = gql`
  mutation SourceStatement($input: SourceStatementInput!) {
    sourceStatement(input: $input) {
      ...Form_outcome @unmask
      statement {
        id
        peopleCount
        regionCount
        sourcesVersion
      }
    }
  }
  ${Form.fragment}
`;

const query: TypedDocumentNode<SourcesToChoose, SourcesToChooseVariables> = gql`
  query SourcesToChoose($proposal: String!, $search: String!) {
    sourcesToChoose(proposal: $proposal, search: $search) {
      keyPoint {
        id
        number
        sentence
        objective {
          id
          number
          name
        }
      }
      passages {
        id
        quote
      }
    }
  }
`;

/** Possible sources of a sentence: a key point with all its passages, or a single passage. */
interface Source {
  name: "keyPointIds" | "passageIds";
  id: string;
  label: string;
}

const ofKeyPoint = ({ id, number, sentence }: { id: string; number: number; sentence: string }): Source => ({
  name: "keyPointIds",
  id,
  label: `${number}. ${sentence}`,
});

const ofPassage = ({ id, quote }: { id: string; quote: string }): Source => ({
  name: "passageIds",
  id,
  label: quoted(quote),
});

/** Sources of a sentence: key points with all their passages, and single passages. What is not found stays ticked. */
export function SourcesForm({ statement }: { statement: SourcedStatement }) {
  const proposal = use(SourcesContext);
  const act = useAct(sourceStatement, ["ProposalEditPage"]);
  const [words, setWords] = useState("");
  const search = useSettled(words.trim());
  const { data, previousData } = useQuery(query, { variables: { proposal, search } });
  const found = (data ?? previousData)?.sourcesToChoose ?? [];
  const [chosen, setChosen] = useState<readonly Source[]>(() => [
    ...statement.keyPoints.map(ofKeyPoint),
    ...statement.ownPassages.map(ofPassage),
  ]);
  // Ticked when this was last found or opened: they stand first, and stay in sight once one takes a tick away.
  const [first, setFirst] = useState(chosen);
  const isChosen = (source: Source) => chosen.some(({ id }) => id === source.id);
  const tick = (source: Source) =>
    setChosen(isChosen(source) ? chosen.filter(({ id }) => id !== source.id) : [...chosen, source]);
  const idsOf = (name: Source["name"]) => chosen.filter((one) => one.name === name).map(({ id }) => id);
  const send = () =>
    void act.run({
      id: statement.id,
      sourcesVersion: statement.sourcesVersion,
      keyPointIds: idsOf("keyPointIds"),
      passageIds: idsOf("passageIds"),
    });
  const offered = (source: Source) =>
    !first.some(({ id }) => id === source.id) && (
      <Tick source={source} checked={isChosen(source)} onTick={tick} key={source.id} />
    );
  const objectives = new Map(found.map(({ keyPoint: { objective } }) => [objective.id, objective]));
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send}>
      <TextField
        name="search"
        type="search"
        label={m.proposalWriting_search_source()}
        value={words}
        data-first=""
        onChange={(event) => {
          setFirst(chosen);
          setWords(event.currentTarget.value);
        }}
      />
      {first.length > 0 && (
        <fieldset>
          <legend>{m.proposalWriting_sources_chosen()}</legend>
          {first.map((source) => (
            <Tick source={source} checked={isChosen(source)} onTick={tick} key={source.id} />
          ))}
        </fieldset>
      )}
      {[...objectives.values()].map(({ id, number, name }) => (
        <Disclosure summary={`${number}. ${name}`} open={search !== ""} key={id}>
          {found
            .filter(({ keyPoint }) => keyPoint.objective.id === id)
            .map(({ keyPoint, passages }) => (
              <div key={keyPoint.id}>
                {offered(ofKeyPoint(keyPoint))}
                {passages.length > 0 && (
                  <Disclosure summary={m.reading_single_passages()} open={search !== ""}>
                    {passages.map((passage) => offered(ofPassage(passage)))}
                  </Disclosure>
                )}
              </div>
            ))}
        </Disclosure>
      ))}
      {data && found.length === 0 && <output className="quiet">{m.proposalWriting_sources_none()}</output>}
      {act.done && (
        <Notice tone="done" live>
          {m.reading_saved()}
        </Notice>
      )}
      <Failed because={act.failed} />
      <Button type="submit" primary>
        {m.reading_attach()}
      </Button>
    </Form>
  );
}

interface TickProps {
  source: Source;
  checked: boolean;
  onTick: (source: Source) => void;
}

const Tick = ({ source, checked, onTick }: TickProps) => (
  <label className={styles.item}>
    <input type="checkbox" name={source.name} value={source.id} checked={checked} onChange={() => onTick(source)} />
    <span lang={contentLang()}>{source.label}</span>
  </label>
);
