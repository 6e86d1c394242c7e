import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { KeyPointsFound, KeyPointsFoundVariables } from "../graphql/operations.generated.ts";
import { SearchedSelect, type SelectProps, useFinding } from "./SearchedSelect.tsx";

/** Key points that were given words last, or that say some words: of an objective first. */
export const keyPointsFound: TypedDocumentNode<KeyPointsFound, KeyPointsFoundVariables> = gql`
  query KeyPointsFound($search: String!, $objective: String) {
    readingDesk {
      keyPointsAtHand(search: $search, objective: $objective) {
        more
        keyPoints {
          id
          number
          sentence
          objective {
            id
            slug
          }
        }
      }
    }
  }
`;

type KeyPoint = Pick<
  KeyPointsFound["readingDesk"]["keyPointsAtHand"]["keyPoints"][number],
  "id" | "number" | "sentence"
>;

interface Props extends Omit<SelectProps, "name"> {
  label: string;
  help?: string | undefined;
  /** Slug of the objective whose key points come first. */
  objective?: string | null | undefined;
  /** Key points that are here already: they come first, and need no network. */
  here?: readonly KeyPoint[];
  /** Ids of those that cannot be chosen. */
  except?: readonly string[];
}

/** The key point that says something already, sent as `saidBy`; words find the others where there are more. */
export function KeyPointField({ objective = null, here = [], except = [], ...select }: Props) {
  const finding = useFinding();
  const { words, search } = finding;
  const { data, previousData } = useQuery(keyPointsFound, { variables: { search, objective } });
  const found = (data ?? previousData)?.readingDesk.keyPointsAtHand;
  const isOf = (one: { objective: { slug: string } }) => Number(one.objective.slug === objective);
  const others = (found?.keyPoints ?? []).toSorted((a, b) => isOf(b) - isOf(a));
  return (
    <SearchedSelect<KeyPoint>
      {...select}
      name="saidBy"
      finding={finding}
      find={
        (words !== "" || found?.more === true) && {
          label: m.reading_said_by_find(),
          help: m.reading_said_by_find_help(),
          found: search !== "" && found && m.reading_said_by_found({ count: found.keyPoints.length }),
        }
      }
      rows={[...(search ? [] : here), ...others]}
      value={({ id }) => id}
      text={({ number, sentence }) => `${number}. ${sentence}`}
      none={m.reading_said_by_choose()}
      except={({ id }) => except.includes(id)}
    />
  );
}
