import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, useState } from "react";
import type { KeyPointsFound, KeyPointsFoundVariables } from "../graphql/operations.generated.ts";
import { contentLang } from "../i18n/content.ts";
import { Select } from "../ui/Field.tsx";
import { FindField } from "./FindField.tsx";
import { useSettled } from "./useSettled.ts";

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

interface Props extends Omit<ComponentProps<"select">, "defaultValue" | "onChange" | "value" | "name"> {
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
  const [words, setWords] = useState("");
  const search = useSettled(words.trim());
  const [chosen, setChosen] = useState<KeyPoint | null>(null);
  const { data, previousData } = useQuery(keyPointsFound, { variables: { search, objective } });
  const found = (data ?? previousData)?.readingDesk.keyPointsAtHand;
  const isOf = (one: { objective: { slug: string } }) => Number(one.objective.slug === objective);
  const others = (found?.keyPoints ?? []).toSorted((a, b) => isOf(b) - isOf(a));
  // The choice stays, whatever is searched for next.
  const all = [...(chosen ? [chosen] : []), ...(search ? [] : here), ...others];
  const offered = [...new Map(all.map((one) => [one.id, one])).values()].filter(({ id }) => !except.includes(id));
  return (
    <>
      {(words !== "" || found?.more) && (
        <FindField
          name="saidBy-search"
          label={m.reading_said_by_find()}
          help={m.reading_said_by_find_help()}
          words={words}
          onWords={setWords}
        >
          {search !== "" && found && m.reading_said_by_found({ count: found.keyPoints.length })}
        </FindField>
      )}
      <Select
        {...select}
        name="saidBy"
        value={chosen?.id ?? ""}
        onChange={({ currentTarget: { value } }) => setChosen(offered.find(({ id }) => id === value) ?? null)}
      >
        <option value="">{m.reading_said_by_choose()}</option>
        {offered.map(({ id, number, sentence }) => (
          <option lang={contentLang()} value={id} key={id}>
            {number}. {sentence}
          </option>
        ))}
      </Select>
    </>
  );
}
