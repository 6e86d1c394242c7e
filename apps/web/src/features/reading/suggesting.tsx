import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type {
  CanSuggest,
  CanSuggestVariables,
  Suggestions as Suggested,
  SuggestionsVariables,
} from "../../graphql/operations.generated.ts";
import type { Stretch } from "../../shared/sentences.ts";
import { useOfText } from "./ofText.ts";

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

/** Suggestions. `found` is undefined while there are none yet, or none for these words; null when it cannot be told. */
export interface Suggesting {
  /** True if enough is marked for suggestions to be worth showing; undefined until that is known. */
  able: boolean | undefined;
  found: NonNullable<NonNullable<Suggested["readingDesk"]["contribution"]>["suggestions"]> | null | undefined;
}

/** The key points suggested for the chosen words; they change with them. */
export function useSuggestions(contributionId: string, objective: string, chosen: Stretch | null): Suggesting {
  const [asked, setAsked] = useState<Stretch | null>(null);
  const [drawn, setDrawn] = useOfText(contributionId, () => false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDrawn(true);
      setAsked(chosen);
    }, pause);
    return () => clearTimeout(timer);
  }, [chosen, setDrawn]);
  // A text that comes is drawn first.
  const { data: known, error: unknown } = useQuery(able, {
    variables: { objective },
    skip: !drawn,
    fetchPolicy: "cache-and-network",
  });
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
