import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { InitiativeCard } from "../features/initiative/InitiativeCard.tsx";
import type { InitiativesPage, InitiativesPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { termLabel } from "../i18n/vocabulary.ts";
import { paths } from "../paths.ts";
import { Empty } from "../ui/Empty.tsx";
import { Filters, FilterSelect } from "../ui/Filters.tsx";
import { More } from "../ui/More.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";

const query: TypedDocumentNode<InitiativesPage, InitiativesPageVariables> = gql`
  query InitiativesPage {
    initiatives {
      id
      sector
      ...InitiativeCard_initiative
    }
    sectors: terms(kind: SECTOR) {
      key
      label
      labelEn
    }
  }
  ${InitiativeCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The examples from the field, by sector. */
export function Component() {
  const { initiatives, sectors } = useReadQuery(useLoaderData<typeof loader>()).data;
  const sector = useSearchParams()[0].get("sector") ?? "";
  const shown = initiatives.filter((initiative) => !sector || initiative.sector === sector);
  const sectorNames = new Map(sectors.map((term) => [term.key, termLabel(term)]));
  const present = new Set(initiatives.map((initiative) => initiative.sector));
  return (
    <Ruled>
      <PageHead title={m.initiative_title()} lead={m.initiative_lead()} />
      <Row>
        <Filters label={m.initiative_filters()}>
          <FilterSelect
            name="sector"
            label={m.initiative_sector()}
            all={m.initiative_sector_all()}
            defaultValue={sector}
            options={[...sectorNames].filter(([key]) => present.has(key)).map(([value, label]) => ({ value, label }))}
          />
        </Filters>
      </Row>
      <Row heading={m.initiative_count({ count: shown.length })}>
        {shown.length ? (
          <ul className="cards">
            {shown.map((initiative) => (
              <InitiativeCard initiative={initiative} sectorNames={sectorNames} key={initiative.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.initiative_none()}>
            <More to={paths.initiatives()}>{m.initiative_all()}</More>
          </Empty>
        )}
      </Row>
    </Ruled>
  );
}
