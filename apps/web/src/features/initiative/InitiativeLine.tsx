import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { InitiativeLine_initiative } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Line } from "../../ui/Part.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const fragment: TypedDocumentNode<InitiativeLine_initiative> = gql`
  fragment InitiativeLine_initiative on Initiative {
    id
    slug
    name
    startedYear
    town
    territory {
      id
      name
    }
  }
`;

interface Props {
  initiative: FragmentType<InitiativeLine_initiative>;
  /** Text on what it proves of the proposal it is an example of. */
  proves: string | null;
}

/** An initiative as the example of something: its name, where, since when, what it proves. */
export function InitiativeLine({ initiative, proves }: Props) {
  const { slug, name, town, territory, startedYear } = useSuspenseFragment({ fragment, from: initiative }).data;
  return (
    <Line>
      <h4>
        <TitleLink to={paths.initiative(slug)}>{name}</TitleLink>
      </h4>
      <p className="quiet">
        {[town, territory.name].filter(Boolean).join(", ")}
        {startedYear && ` · ${m.initiative_since({ year: startedYear })}`}
      </p>
      {proves && <p lang={contentLang()}>{proves}</p>}
    </Line>
  );
}

InitiativeLine.fragment = fragment;
