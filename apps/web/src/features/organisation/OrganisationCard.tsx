import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { OrganisationCard_organisation } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { stateNames, stateTones } from "./organisation.labels.ts";

const fragment: TypedDocumentNode<OrganisationCard_organisation> = gql`
  fragment OrganisationCard_organisation on Organisation {
    id
    slug
    name
    nameIsUnverified
    kind
    state
    about
    territory {
      id
      name
    }
  }
`;

interface Props {
  organisation: FragmentType<OrganisationCard_organisation>;
  /** The names of kinds, by key. */
  kindNames: ReadonlyMap<string, string>;
}

/** An organisation in a list: its name, what it is, where, and whether somebody of the team confirmed it. */
export function OrganisationCard({ organisation, kindNames }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: organisation });
  return (
    <Card as="li">
      <p className="cluster">
        <Chip tone={stateTones[data.state]}>{stateNames[data.state]()}</Chip>
      </p>
      <h3 lang={contentLang()}>
        <Link to={paths.organisation(data.slug)}>
          {data.nameIsUnverified ? m.vocabulary_unverified({ name: data.name }) : data.name}
        </Link>
      </h3>
      <p className="quiet">{[kindNames.get(data.kind), data.territory?.name].filter(Boolean).join(" · ")}</p>
      <p lang={contentLang()}>{data.about}</p>
    </Card>
  );
}

OrganisationCard.fragment = fragment;
