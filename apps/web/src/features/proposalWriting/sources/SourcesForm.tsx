import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import type { SourceStatement, SourceStatementVariables } from "../../../graphql/operations.generated.ts";
import styles from "../../../shared/Desk.module.css";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useAct } from "../../../ui/useAct.ts";
import type { SourcedStatement } from "./Sources.tsx";
import { SourcesContext, type SourceKeyPoint } from "./SourcesContext.ts";

const sourceStatement: TypedDocumentNode<SourceStatement, SourceStatementVariables> = gql`
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

/** As one types: neither case nor accents. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Sources of a sentence: key points with all their passages, and single passages. What is not found stays ticked. */
export function SourcesForm({ statement }: { statement: SourcedStatement }) {
  const { objectives } = use(SourcesContext);
  const act = useAct(sourceStatement, ["ProposalEditPage"]);
  const [search, setSearch] = useState("");
  const own = new Set(statement.ownPassages.map(({ id }) => id));
  const chosen = new Set(statement.keyPoints.map(({ id }) => id));
  const words = plain(search).trim();
  const finds = (text: string) => !words || plain(text).includes(words);
  const send = (fields: FormData) =>
    void act.run({
      id: statement.id,
      sourcesVersion: statement.sourcesVersion,
      keyPointIds: fields.getAll("keyPointIds") as string[],
      passageIds: [...new Set(fields.getAll("passageIds") as string[])],
    });
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send}>
      <TextField
        name="search"
        type="search"
        label={m.proposalWriting_search_source()}
        value={search}
        data-first=""
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {statement.ownPassages.length > 0 && (
        <fieldset>
          <legend>{m.reading_own_passages()}</legend>
          {statement.ownPassages.map((passage) => (
            <Tick
              name="passageIds"
              value={passage.id}
              checked
              label={`«\u202f${passage.quote}\u202f»`}
              key={passage.id}
            />
          ))}
        </fieldset>
      )}
      {objectives.map(({ id, number, name, keyPoints }) => {
        const found = keyPoints.filter((one) => finds(one.sentence) || one.passages.some(({ quote }) => finds(quote)));
        return (
          <div hidden={found.length === 0} key={id}>
            <Disclosure
              summary={`${number}. ${name}`}
              open={words !== "" || keyPoints.some((one) => chosen.has(one.id))}
            >
              {keyPoints.map((keyPoint) => (
                <div hidden={!found.includes(keyPoint)} key={keyPoint.id}>
                  <KeyPointTicks
                    keyPoint={keyPoint}
                    checked={chosen.has(keyPoint.id)}
                    own={own}
                    finds={finds}
                    open={words !== ""}
                  />
                </div>
              ))}
            </Disclosure>
          </div>
        );
      })}
      {act.done && (
        <Notice tone="done" live>
          {m.reading_saved()}
        </Notice>
      )}
      <Failed because={act.failed}>{m.reading_not_saved()}</Failed>
      <Button type="submit" primary>
        {m.reading_attach()}
      </Button>
    </Form>
  );
}

interface TicksProps {
  keyPoint: SourceKeyPoint;
  checked: boolean;
  own: ReadonlySet<string>;
  finds: (text: string) => boolean;
  open: boolean;
}

function KeyPointTicks({ keyPoint, checked, own, finds, open }: TicksProps) {
  const others = keyPoint.passages.filter(({ id }) => !own.has(id));
  return (
    <>
      <Tick
        name="keyPointIds"
        value={keyPoint.id}
        checked={checked}
        label={`${keyPoint.number}. ${keyPoint.sentence}`}
      />
      {others.length > 0 && (
        <Disclosure summary={m.reading_single_passages()} open={open}>
          {others.map(({ id, quote }) => (
            <div hidden={!finds(quote) && !finds(keyPoint.sentence)} key={id}>
              <Tick name="passageIds" value={id} checked={false} label={`«\u202f${quote}\u202f»`} />
            </div>
          ))}
        </Disclosure>
      )}
    </>
  );
}

const Tick = ({ name, value, checked, label }: { name: string; value: string; checked: boolean; label: string }) => (
  <label className={styles.item}>
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    <span lang="fr">{label}</span>
  </label>
);
