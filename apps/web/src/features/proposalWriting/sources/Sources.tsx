import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { KeyPointNature, Sources_statement } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { peopleAndRegions } from "../../../i18n/vocabulary.ts";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import { SourcesForm } from "./SourcesForm.tsx";
import styles from "../Workshop.module.css";
import { quoted } from "../../../ui/quoted.ts";

const fragment: TypedDocumentNode<Sources_statement> = gql`
  fragment Sources_statement on Statement {
    id
    peopleCount
    regionCount
    keyPoints {
      id
      number
      sentence
    }
    ownPassages {
      id
      quote
    }
    passageCount
    passages(first: 60) {
      id
      quote
      keyPoints {
        id
        nature
      }
      contribution {
        id
        region {
          id
          name
        }
      }
    }
    sourcesVersion
  }
`;

/** Words shown beside a sentence before one asks for all of them. */
const shown = 2;

export type SourcedStatement = Omit<Sources_statement, " $fragmentName">;
type Words = SourcedStatement["passages"][number];

/** The strongest first: from one territory after another, in the order in which they are given. */
function spread(passages: readonly Words[]): Words[] {
  const seen = new Set<string>();
  const fresh = ({ contribution: { region } }: Words) => {
    if (!region || seen.has(region.id)) return false;
    seen.add(region.id);
    return true;
  };
  const [first, rest] = [[] as Words[], [] as Words[]];
  for (const passage of passages) (fresh(passage) ? first : rest).push(passage);
  return [...first, ...rest];
}

interface Props {
  statement: SourcedStatement;
  /** The choice of what it stands on is open. */
  open: boolean;
  onClose: () => void;
}

/** Sources of a sentence, beside it: two passages, all of them one press away. */
export function Sources({ statement, open, onClose }: Props) {
  const [all, setAll] = useState(false);
  const [linking, setLinking] = useState(false);
  const passages = spread(statement.passages);
  const close = () => {
    setLinking(false);
    onClose();
  };
  return (
    <div className={styles.sources}>
      {passages.length > 0 ? (
        <ul aria-label={m.reading_sources({ behind: peopleAndRegions(statement) })}>
          {(all ? passages : passages.slice(0, shown)).map((passage) => (
            <li key={passage.id}>
              <Sign nature={passage.keyPoints[0]?.nature ?? null} />
              <span>
                <span className={styles.quote} lang={contentLang()}>
                  {quoted(passage.quote)}
                </span>
                <small>{passage.contribution.region?.name}</small>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{m.proposalWriting_no_source()}</p>
      )}
      {passages.length > shown && (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.proposalWriting_fewer() : m.proposalWriting_others({ count: statement.passageCount - shown })}
        </TextButton>
      )}
      {all && passages.length < statement.passageCount && <p className="quiet">{m.proposal_words_others()}</p>}
      {passages.length === 0 && (
        <TextButton data-sources="" onClick={() => setLinking(true)}>
          {m.proposalWriting_link_source()}
        </TextButton>
      )}
      <Dialog open={open || linking} onClose={close} title={m.proposalWriting_link_source()} side>
        {(open || linking) && <SourcesForm statement={statement} />}
      </Dialog>
    </div>
  );
}

Sources.fragment = fragment;

const Sign = ({ nature }: { nature: KeyPointNature | null }) => (nature ? <NatureSign nature={nature} /> : <i />);
