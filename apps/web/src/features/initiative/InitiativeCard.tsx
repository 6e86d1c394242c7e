import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { InitiativeCard_initiative } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const fragment: TypedDocumentNode<InitiativeCard_initiative> = gql`
  fragment InitiativeCard_initiative on Initiative {
    id
    slug
    name
    sector
    summary
    startedYear
    town
    fictional
    territory {
      id
      name
    }
    proposals {
      id
    }
  }
`;

interface Props {
  initiative: FragmentType<InitiativeCard_initiative>;
  /** Text on what the initiative proves of the proposal it is an example of. */
  proves?: string | null;
  /** The names of sectors, by key, where they are known. */
  sectorNames?: ReadonlyMap<string, string>;
}

/** An example from the field in a list: what it does, where, since when, what it supports. */
export function InitiativeCard({ initiative, proves, sectorNames }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: initiative });
  const sector = sectorNames?.get(data.sector);
  const place = [data.town, data.territory.name].filter(Boolean).join(", ");
  return (
    <Card
      as="li"
      foot={
        <>
          {data.proposals.length > 0 && <span>{m.initiative_proves({ count: data.proposals.length })}</span>}
          {data.fictional && <Fictional />}
        </>
      }
    >
      {sector && (
        <p>
          <Chip>{sector}</Chip>
        </p>
      )}
      <h3>
        <TitleLink to={paths.initiative(data.slug)}>{data.name}</TitleLink>
      </h3>
      <p className="quiet">
        {place}
        {data.startedYear && ` · ${m.initiative_since({ year: data.startedYear })}`}
      </p>
      <p lang={contentLang()}>{data.summary}</p>
      {proves && (
        <p>
          <b>{m.initiative_what_it_proves()}</b> <span lang={contentLang()}>{proves}</span>
        </p>
      )}
      <Report kind="INITIATIVE" textId={data.id} of={data.name} />
    </Card>
  );
}

InitiativeCard.fragment = fragment;
