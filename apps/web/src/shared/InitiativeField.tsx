import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, type ReactNode, useState } from "react";
import type { InitiativesFound, InitiativesFoundVariables } from "../graphql/operations.generated.ts";
import { contentLang } from "../i18n/content.ts";
import { Select } from "../ui/Field.tsx";
import { FindField } from "./FindField.tsx";
import { useSettled } from "./useSettled.ts";

/** Initiatives that a list offers: where there are more, words find them. */
export const most = 50;

/** One page of the register, of those that may be chosen. */
export const initiativesFound: TypedDocumentNode<InitiativesFound, InitiativesFoundVariables> = gql`
  query InitiativesFound($search: String) {
    initiatives(filter: { search: $search }, first: 50) {
      nodes {
        id
        slug
        name
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

type Initiative = InitiativesFound["initiatives"]["nodes"][number];

interface Props extends Omit<ComponentProps<"select">, "defaultValue" | "onChange" | "value"> {
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** What the form sends of the one that is chosen. */
  send: "id" | "slug";
  /** Words of the choice of none. */
  none: string;
  /** The one that is chosen when it opens. */
  chosen?: Initiative | null | undefined;
  /** Ids of those that cannot be chosen. */
  except?: readonly string[];
}

/** A validated initiative, out of a list; words of its name, town or summary find the others where there are more. */
export function InitiativeField({ send, none, chosen = null, except = [], ...select }: Props) {
  const [words, setWords] = useState("");
  const search = useSettled(words.trim());
  const [initiative, setInitiative] = useState(chosen);
  const { data, previousData } = useQuery(initiativesFound, { variables: { search } });
  const found = (data ?? previousData)?.initiatives;
  const count = found?.nodes.length ?? 0;
  // The choice stays, whatever is searched for next.
  const offered = [initiative, ...(found?.nodes ?? []).filter(({ id }) => id !== initiative?.id)].filter(
    (one) => one !== null && !except.includes(one.id),
  ) as Initiative[];
  return (
    <>
      {(words !== "" || found?.pageInfo.hasNextPage) && (
        <FindField
          name={`${select.name}-search`}
          label={m.initiative_find()}
          help={m.initiative_find_help()}
          words={words}
          onWords={setWords}
        >
          {search !== "" &&
            found &&
            (count === 0
              ? m.initiative_found_none()
              : found.pageInfo.hasNextPage
                ? m.initiative_found_more({ count: most })
                : m.initiative_found({ count }))}
        </FindField>
      )}
      <Select
        {...select}
        value={initiative?.[send] ?? ""}
        onChange={({ currentTarget: { value } }) => setInitiative(offered.find((one) => one[send] === value) ?? null)}
      >
        <option value="">{none}</option>
        {offered.map((one) => (
          <option lang={contentLang()} value={one[send]} key={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </>
  );
}
