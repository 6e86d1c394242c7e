import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useState } from "react";
import type { TrailPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Highlighted } from "../../ui/Highlighted.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { Citation } from "./Citation.tsx";
import styles from "./Trail.module.css";
import { citationsSeen, seenCitations } from "./receipts.ts";

type Receipt = NonNullable<TrailPage["receipt"]>;
type Contribution = Receipt["contributions"][number];

interface Props {
  code: string;
  contribution: Contribution;
  /** Citations of its words. */
  citations: Receipt["citations"];
  /** Ruling of a moderator, if any. */
  ruling?: ReactNode;
  /** Its path through the chain. */
  trail: ReactNode;
}

/** One's own text, what was marked in it, what it went into, and its path. */
export function OwnWords({ code, contribution, citations, ruling, trail }: Props) {
  const { question, asked, body, revision, passages, status } = contribution;
  const stands = (passage: Contribution["passages"][number]) => passage.contributionRevision === revision;
  const fresh = useFirstReturn(citations.map(({ passage }) => passage.id));
  return (
    <Row
      margin={m.response_words()}
      note={passages.length > 0 && m.response_marked({ count: passages.length })}
      heading={<span lang={contentLang()}>{asked ?? question?.label ?? m.response_words()}</span>}
    >
      <div className={styles.sides}>
        <div className="flow">
          <p className={`${styles.words} ${fresh ? styles.fresh : ""}`} lang={contentLang()}>
            <Highlighted
              text={body}
              ranges={passages
                .filter(({ startsAt, endsAt, quote }) => body.slice(startsAt, endsAt) === quote)
                .flatMap(rangeOf)}
            />
          </p>
          {status === "WITHDRAWN" ? (
            <p className="quiet">{m.response_text_withdrawn()}</p>
          ) : (
            passages
              .filter((passage) => !stands(passage))
              .map(({ id, quote }) => (
                <p className="quiet" key={id}>
                  {m.response_passage_gone()} <q lang={contentLang()}>{quote}</q>
                </p>
              ))
          )}
          {status !== "WITHDRAWN" && ruling}
          {(status === "HIDDEN" || status === "HELD") && (
            <p className="quiet">{status === "HELD" ? m.response_held() : m.response_hidden()}</p>
          )}
          {citations.map((citation) => (
            <Citation code={code} citation={citation} key={`${citation.passage.id} ${citation.synthesis?.id ?? ""}`} />
          ))}
        </div>
        {trail}
      </div>
    </Row>
  );
}

const rangeOf = ({ startsAt, endsAt, keyPoints: [keyPoint] }: Contribution["passages"][number]) => [
  { start: startsAt, end: endsAt, href: keyPoint && paths.keyPoint(keyPoint.id), label: keyPoint?.sentence },
];

/** True if the author sees these citations for the first time on this device: the highlighter crosses them once. */
function useFirstReturn(passageIds: readonly string[]) {
  const [fresh] = useState(() => {
    const seen = seenCitations();
    return passageIds.some((id) => !seen.has(id));
  });
  const ids = passageIds.join(" ");
  useEffect(() => {
    if (ids) citationsSeen(ids.split(" "));
  }, [ids]);
  return fresh;
}
