import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { NearTexts_text, NearTexts, NearTextsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { useReadingSearch } from "./filter.ts";
import styles from "./NearTexts.module.css";
import { NearTextsHead, NearTextsLink, SideBySide } from "./NearTexts.tsx";
import { LeaveNear, LeftNear } from "./near/LeftNear.tsx";
import { readContributions } from "./ReadForm.tsx";

const query: TypedDocumentNode<NearTexts, NearTextsVariables> = gql`
  query NearTexts($id: ID!) {
    readingDesk {
      contribution(id: $id) {
        id
        near {
          ...NearTexts_text @unmask
        }
        nearTexts {
          id
          identical {
            ...NearTexts_text @unmask
          }
          almost {
            ...NearTexts_text @unmask
          }
        }
        leftNear {
          ...LeftNear_left @unmask
        }
      }
    }
  }
  ${NearTextsHead.fragment}
  ${LeftNear.fragment}
`;

interface Props {
  /** The text that is being read. */
  contribution: { id: string; body: string };
  isMarked: boolean;
}

/**
 * Texts of others in the same words, in almost the same ones, or about the same things. Comes after the text, which
 * does not wait for it.
 */
export function Near({ contribution, isMarked }: Props) {
  // Reading and marking change it meanwhile: it is fetched each time and not cached.
  const { data, loading, error } = useQuery(query, {
    variables: { id: contribution.id },
    fetchPolicy: "no-cache",
  });
  const search = useReadingSearch();
  const [said, setSaid] = useState("");
  const acts = { id: contribution.id, again: ["NearTexts"] };
  const onLeft = () => setSaid(m.near_left());
  const found = data?.readingDesk.contribution;
  const { identical = [], almost = [] } = found?.nearTexts ?? {};
  const nothing = !identical.length && !almost.length && !found?.near.length;
  return (
    <section className="flow" aria-labelledby="near" aria-busy={loading}>
      <div className="flow">
        <h2 id="near">{m.near_title()}</h2>
        <p className="quiet">{m.near_note()}</p>
        <More to={paths.readingNear(contribution.id) + search}>{m.near_sheet_link()}</More>
      </div>
      <output>{said}</output>
      {!found && <p className="quiet">{error ? m.near_off() : m.near_suggested_wait()}</p>}
      {found && nothing && <p className="quiet">{m.near_none()}</p>}
      {identical.length > 0 && (
        <Identical id={contribution.id} texts={identical} isMarked={isMarked} key={contribution.id} />
      )}
      {almost.length > 0 && (
        <section>
          <h3>{m.near_almost({ count: almost.length })}</h3>
          {almost.map((text) => (
            <SideBySide body={contribution.body} text={text} key={text.contribution.id}>
              <LeaveNear {...acts} text={text} onLeft={onLeft} />
            </SideBySide>
          ))}
        </section>
      )}
      {found && found.near.length > 0 && (
        <section>
          <h3>{m.near_by_words()}</h3>
          <ul className={styles.list}>
            {found.near.map((text) => (
              <li key={text.contribution.id}>
                <NearTextsHead text={text} />
                <NearTextsLink text={text} />
                {text.words.length > 0 && <p className="quiet">{m.near_common({ words: text.words.join(", ") })}</p>}
                <LeaveNear {...acts} text={text} onLeft={onLeft} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftNear {...acts} left={found?.leftNear ?? []} onRestored={() => setSaid(m.near_restored())} />
    </section>
  );
}

interface IdenticalProps {
  id: string;
  texts: readonly NearTexts_text[];
  isMarked: boolean;
}

/** Texts in the same words, with acts on all of them at once: each keeps its own trail. */
function Identical({ id, texts, isMarked }: IdenticalProps) {
  const [read, { data, loading, error }] = useMutation(readContributions, {
    refetchQueries: ["ReadingTextPage", "NearTexts"],
  });
  // Of what is marked nobody says that nothing follows.
  const others = texts.filter(({ keyPoints }) => keyPoints.length === 0);
  const ids = [id, ...others.map(({ contribution }) => contribution.id)];
  const send = (fields: FormData) => {
    const notRetained = fields.get("all") === "nothing" ? "NOTHING_TO_ADD" : null;
    void read({ variables: { input: { contributionIds: ids, notRetained } } });
  };
  return (
    <section>
      <Form problems={data?.readContributions.problems} busy={loading} onSubmit={send}>
        <h3>{m.near_identical({ count: texts.length })}</h3>
        <ul className={styles.list}>
          {texts.map((text) => (
            <li key={text.contribution.id}>
              <NearTextsHead text={text} />
              <NearTextsLink text={text} />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <>
            <div className="cluster">
              <Button type="submit" small name="all" value="read">
                {m.near_all_read({ count: ids.length })}
              </Button>
              {!isMarked && (
                <Button type="submit" small name="all" value="nothing">
                  {m.near_all_nothing({ count: ids.length })}
                </Button>
              )}
            </div>
            <p className="quiet">{m.near_each_own()}</p>
          </>
        )}
        {data?.readContributions.problems.length === 0 && (
          <Notice tone="done" live>
            {m.near_all_done({ count: ids.length })}
          </Notice>
        )}
        <Failed because={error} />
      </Form>
    </section>
  );
}
