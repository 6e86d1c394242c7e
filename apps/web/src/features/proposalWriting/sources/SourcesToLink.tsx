import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type { SourcesToLink_proposal, StatementPart } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { partNames } from "../../../i18n/vocabulary.ts";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Select } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import { useAct } from "../../../ui/useAct.ts";
import type { SourcedStatement } from "./Sources.tsx";
import { sourceStatement } from "./SourcesForm.tsx";
import styles from "./SourcesToLink.module.css";
import { quoted } from "../../../ui/quoted.ts";

const fragment: TypedDocumentNode<SourcesToLink_proposal> = gql`
  fragment SourcesToLink_proposal on Proposal {
    id
    sourcesToLink {
      keyPoint {
        id
        sentence
        nature
      }
      passages {
        id
        quote
      }
    }
  }
`;

interface Props {
  sources: SourcesToLink_proposal["sourcesToLink"];
  statements: readonly (SourcedStatement & { part: StatementPart })[];
}

/** Words at hand that no sentence rests on yet, each linked to the sentence that one was in last, or to another. */
export function SourcesToLink({ sources, statements }: Props) {
  const act = useAct(sourceStatement, ["ProposalEditPage"]);
  const [target, setTarget] = useState("");
  const [last, setLast] = useState<{ statementId: string; passageId: string } | null>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const follow = ({ target: on }: FocusEvent) => {
      const id = (on as Element).closest<HTMLElement>("[data-statement]")?.dataset.statement;
      if (id) setTarget(id);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  const statement = statements.find(({ id }) => id === target) ?? statements[0];
  if (!statement || (!sources.length && !last)) return null;
  const link = async (to: SourcedStatement, passageId: string, on: boolean) => {
    const others = to.ownPassages.map(({ id }) => id).filter((id) => id !== passageId);
    const done = await act.run({
      id: to.id,
      sourcesVersion: to.sourcesVersion,
      keyPointIds: to.keyPoints.map(({ id }) => id),
      passageIds: on ? [...others, passageId] : others,
    });
    if (!done) return;
    setLast(on ? { statementId: to.id, passageId } : null);
    section.current?.querySelector<HTMLElement>("select")?.focus();
  };
  const linked = last && statements.find(({ id }) => id === last.statementId);
  const nameOf = ({ id, part }: Props["statements"][number]) => {
    const place = statements.filter((one) => one.part === part).findIndex((one) => one.id === id) + 1;
    return m.proposalWriting_sentence({ part: partNames[part](), place });
  };
  return (
    <section className={styles.sheet} aria-labelledby="to-link" ref={section}>
      <h2 id="to-link">{m.proposalWriting_to_link()}</h2>
      <Form problems={act.problems} busy={act.busy} onSubmit={() => undefined}>
        <Select
          name="statement"
          label={m.proposalWriting_link_to()}
          value={statement.id}
          onChange={(event) => setTarget(event.currentTarget.value)}
        >
          {statements.map((one) => (
            <option value={one.id} key={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
        {sources.map(({ keyPoint, passages }) => (
          <div key={keyPoint.id}>
            <p className="quiet">{m.proposalWriting_of_key_point({ sentence: keyPoint.sentence })}</p>
            <ul>
              {passages.map(({ id, quote }) => (
                <li key={id}>
                  <NatureSign nature={keyPoint.nature} />
                  <span className={styles.quote} lang={contentLang()}>
                    {quoted(quote)}
                  </span>
                  <TextButton
                    aria-label={m.proposalWriting_link_this({ quote, sentence: nameOf(statement) })}
                    onClick={() => void (!act.busy && link(statement, id, true))}
                  >
                    {m.proposalWriting_link()}
                  </TextButton>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {linked && (
          <output>
            {m.proposalWriting_linked({ sentence: nameOf(linked) })}{" "}
            <TextButton onClick={() => void (!act.busy && link(linked, last.passageId, false))}>
              {m.proposalWriting_undo()}
            </TextButton>
          </output>
        )}
        <Failed because={act.failed} />
      </Form>
    </section>
  );
}

SourcesToLink.fragment = fragment;
