import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import type {
  CanSuggest,
  CanSuggestVariables,
  Suggestions as Suggested,
  SuggestionsVariables,
} from "../../graphql/operations.generated.ts";
import { KeyPointTarget } from "./KeyPointTarget.tsx";
import styles from "./MarkPanel.module.css";
import type { Stretch } from "../../shared/sentences.ts";

const able: TypedDocumentNode<CanSuggest, CanSuggestVariables> = gql`
  query CanSuggest($objective: String!) {
    readingDesk {
      canSuggest(objective: $objective)
    }
  }
`;

const suggestions: TypedDocumentNode<Suggested, SuggestionsVariables> = gql`
  query Suggestions($id: ID!, $startsAt: Int!, $endsAt: Int!, $objective: String!) {
    readingDesk {
      contribution(id: $id) {
        id
        suggestions(startsAt: $startsAt, endsAt: $endsAt, objective: $objective) {
          words
          keyPoint {
            id
            number
            sentence
            peopleCount
          }
        }
      }
    }
  }
`;

/** While words are being selected nothing is asked: so many milliseconds after the last change. */
const pause = 250;
/** Number of digits given to suggestions. */
export const suggestionRanks = 3;

/** Suggestions. `found` is undefined while there are none yet, or none for these words; null when it cannot be told. */
export interface Suggesting {
  /** True if enough is marked for suggestions to be worth showing; undefined until that is known. */
  able: boolean | undefined;
  found: NonNullable<NonNullable<Suggested["readingDesk"]["contribution"]>["suggestions"]> | null | undefined;
}

/** The key points suggested for the chosen words; they change with them. */
export function useSuggestions(contributionId: string, objective: string, chosen: Stretch | null): Suggesting {
  const { data: known, error: unknown } = useQuery(able, {
    variables: { objective },
    fetchPolicy: "cache-and-network",
  });
  const [asked, setAsked] = useState<Stretch | null>(null);
  useEffect(() => {
    const timer = setTimeout(setAsked, pause, chosen);
    return () => clearTimeout(timer);
  }, [chosen]);
  const canSuggest = unknown ? false : known?.readingDesk.canSuggest;
  const { data, error } = useQuery(suggestions, {
    variables: { id: contributionId, startsAt: asked?.start ?? 0, endsAt: asked?.end ?? 0, objective },
    skip: !canSuggest || !asked || asked !== chosen,
    // Each mark changes what is suggested.
    fetchPolicy: "no-cache",
  });
  const answered = asked && asked === chosen ? data : undefined;
  return {
    able: canSuggest,
    found: error ? null : answered && (answered.readingDesk.contribution?.suggestions ?? null),
  };
}

interface Props {
  found: Suggesting["found"];
  chosen: boolean;
  /** True if digits answer to them: not where they came in the course of an evening. */
  ranked: boolean;
  onGive: (keyPointId: string) => void;
}

/** Up to three key points for the chosen words, and why these. None is chosen beforehand. */
export const Suggestions = ({ found, chosen, ranked, onGive }: Props) => (
  <section className="flow" aria-labelledby="suggested">
    <div>
      <h3 id="suggested">{m.near_suggested()}</h3>
      <p className="quiet">{m.near_suggested_why()}</p>
    </div>
    <output className="visually-hidden">
      {chosen && found && (found[0] ? announced(found.length, found[0].keyPoint.sentence) : m.near_suggested_none())}
    </output>
    {chosen && found?.length ? (
      <ol className={styles.list}>
        {found.map(({ keyPoint, words }, index) => (
          <KeyPointTarget
            keyPoint={keyPoint}
            rank={ranked ? index + 1 : undefined}
            why={words.length > 0 && m.near_common({ words: words.join(", ") })}
            disabled={false}
            onGive={onGive}
            key={keyPoint.id}
          />
        ))}
      </ol>
    ) : (
      <p className={styles.awaited}>{said(chosen, found)}</p>
    )}
  </section>
);

const announced = (count: number, first: string) => m.near_announced({ count, first });

function said(chosen: boolean, found: Suggesting["found"]): string {
  if (!chosen) return m.near_suggested_choose();
  if (found === undefined) return m.near_suggested_wait();
  return found ? m.near_suggested_none() : m.near_suggested_off();
}
