import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, type ReactNode, useState } from "react";
import type { OfficesFound, OfficesFoundVariables } from "../graphql/operations.generated.ts";
import { Select } from "../ui/Field.tsx";
import { FindField } from "./FindField.tsx";
import { useSettled } from "./useSettled.ts";
import { contentLang } from "../i18n/content.ts";

export interface Office {
  slug: string;
  name: string;
}

/** Offices that a page comes with: a register that holds as many may hold more, and is searched. */
export const mostOffered = 50;

const query: TypedDocumentNode<OfficesFound, OfficesFoundVariables> = gql`
  query OfficesFound($search: String!) {
    interlocutors(filter: { search: $search }, first: 50) {
      id
      slug
      name
    }
  }
`;

interface Props extends Omit<ComponentProps<"select">, "defaultValue" | "onChange" | "value"> {
  name: string;
  label: string;
  help?: ReactNode;
  /** The first ones of the register. */
  offices: readonly Office[];
  /** Those that stand first, under a heading of their own. */
  asked?: readonly Office[];
  /** The one that is chosen when it opens. */
  chosen?: Office | null | undefined;
  /** The one that cannot be chosen. */
  except?: string;
  onChoose?: (slug: string) => void;
}

/** Each office once, where it comes first. */
export const onceEach = (offices: readonly Office[]) =>
  offices.filter(({ slug }, at) => offices.findIndex((one) => one.slug === slug) === at);

/** An office of the register, out of a list; words of its name or of its remit find the others where there are more. */
export function OfficeField({ offices, asked = [], chosen = null, except, onChoose, ...select }: Props) {
  const [words, setWords] = useState("");
  const search = useSettled(words.trim());
  const [office, setOffice] = useState(chosen);
  const { data, previousData } = useQuery(query, { variables: { search }, skip: search === "" });
  const found = search === "" ? null : (data ?? previousData)?.interlocutors;
  const first = new Set(asked.map(({ slug }) => slug));
  // The choice stays, whatever is searched for next.
  const offered = onceEach([...(office ? [office] : []), ...(found ?? offices)]).filter(
    ({ slug }) => !first.has(slug) && slug !== except,
  );
  const choose = (slug: string) => {
    setOffice([...asked, ...offered].find((one) => one.slug === slug) ?? null);
    onChoose?.(slug);
  };
  return (
    <>
      {offices.length >= mostOffered && (
        <FindField
          name={`${select.name}-search`}
          label={m.interlocutor_find()}
          help={m.interlocutor_search()}
          words={words}
          onWords={setWords}
        >
          {found &&
            (found.length === 0
              ? m.interlocutor_found_none()
              : found.length < mostOffered
                ? m.interlocutor_found({ count: found.length })
                : m.interlocutor_found_more({ count: mostOffered }))}
        </FindField>
      )}
      <Select {...select} value={office?.slug ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{m.interlocutor_form_choose()}</option>
        {asked.length > 0 ? (
          <>
            <optgroup label={m.handover_open_asked()}>{options(asked)}</optgroup>
            <optgroup label={m.handover_open_others()}>{options(offered)}</optgroup>
          </>
        ) : (
          options(offered)
        )}
      </Select>
    </>
  );
}

const options = (offices: readonly Office[]) =>
  offices.map(({ slug, name }) => (
    <option lang={contentLang()} value={slug} key={slug}>
      {name}
    </option>
  ));
