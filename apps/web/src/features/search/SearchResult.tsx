import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Extract_extract, SearchResult_result } from "../../graphql/operations.generated.ts";
import { contentLang, quoteMarks } from "../../i18n/content.ts";
import { creditOf } from "../../shared/credit.ts";
import { Card } from "../../ui/Card.tsx";
import { When } from "../../ui/When.tsx";
import { kindNames } from "./kinds.ts";
import styles from "./Search.module.css";

const extract: TypedDocumentNode<Extract_extract> = gql`
  fragment Extract_extract on SearchExtract {
    text
    begun
    goesOn
    ranges
  }
`;

const fragment: TypedDocumentNode<SearchResult_result> = gql`
  fragment SearchResult_result on SearchResult {
    id
    kind
    title {
      ...Extract_extract @unmask
    }
    extract {
      ...Extract_extract @unmask
    }
    path
    on
    territory {
      id
      name
    }
    source {
      name
      licence
      attribution
    }
  }
  ${extract}
`;

/** One result: what it is, its title, the stretch that answers, and the way to that very place. */
export function SearchResult({ result }: { result: FragmentType<SearchResult_result> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "SearchResult_result", from: result });
  const isQuote = data.kind === "CONTRIBUTION";
  const place = data.kind === "TERRITORY" ? null : data.territory;
  return (
    <Card as="li">
      <p className={styles.kind}>{kindNames[data.kind][0]()}</p>
      <h3 className={isQuote ? styles.quote : styles.title} lang={contentLang()}>
        <Link to={data.path}>
          {isQuote
            ? data.extract && (
                <>
                  {quoteMarks()[0]}
                  <Extract {...data.extract} />
                  {quoteMarks()[1]}
                </>
              )
            : data.title && <Extract {...data.title} />}
        </Link>
      </h3>
      {!isQuote && data.extract && (
        <p className={styles.extract} lang={contentLang()}>
          <Extract {...data.extract} />
        </p>
      )}
      {(place || data.source || (data.on && !isQuote)) && (
        <p className="quiet">
          {place?.name}
          {place && data.on && !isQuote && " · "}
          {data.on && !isQuote && <When date={data.on} />}
          {data.source && ` · ${creditOf(data.source)}`}
        </p>
      )}
    </Card>
  );
}

SearchResult.fragment = fragment;

/** Words, those that were looked for underlined. */
function Extract({ text, begun, goesOn, ranges }: Extract_extract) {
  const bounds = [0, ...ranges, text.length];
  return (
    <>
      {begun && "… "}
      {bounds.slice(0, -1).map((from, at) => {
        const words = text.slice(from, bounds[at + 1]);
        return at % 2 ? <mark key={from}>{words}</mark> : words;
      })}
      {goesOn && " …"}
    </>
  );
}
