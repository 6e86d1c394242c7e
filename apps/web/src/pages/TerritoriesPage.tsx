import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { Balance } from "../features/territory/Balance.tsx";
import { CoverageTable } from "../features/territory/CoverageTable.tsx";
import { statusNames, statusTones } from "../features/territory/RegionalGroups.tsx";
import { TerritoryNames } from "../features/territory/TerritoryNames.tsx";
import type { TerritoriesPage, TerritoriesPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";
import { Chip } from "../ui/Chip.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";

const query: TypedDocumentNode<TerritoriesPage, TerritoriesPageVariables> = gql`
  query TerritoriesPage {
    group {
      id
      coverage {
        heardCount
        responses
        notHeard {
          id
        }
        ...CoverageTable_coverage
        ...Balance_coverage @unmask
      }
      objectives {
        id
        beyondFood {
          responses
          beyondFood
        }
        questionnaire {
          id
          number
        }
      }
    }
    old: territories(kind: REGION_2012) {
      id
      slug
      name
      responseCount
      regionalGroups {
        id
        status
      }
    }
    departments: territories(kind: DEPARTMENT) {
      id
      slug
      name
    }
  }
  ${CoverageTable.fragment}
  ${Balance.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Who was heard and who was not: the map, its figures, the regional groups. */
export function Component() {
  const { group, old, departments } = useReadQuery(useLoaderData<typeof loader>()).data;
  const coverage = group?.coverage;
  // The first questionnaire asks for all the sectors one has in mind; the others for one only.
  const asked = group?.objectives.find(({ beyondFood }) => beyondFood);
  const beyondFood =
    asked?.beyondFood && asked.questionnaire ? { ...asked.beyondFood, number: asked.questionnaire.number } : null;
  return (
    <Ruled>
      <PageHead
        margin={coverage && m.territory_margin({ count: coverage.heardCount })}
        note={coverage && m.territory_margin_note({ total: coverage.heardCount + coverage.notHeard.length })}
        title={m.territory_title()}
        tab={m.territory_tab()}
        lead={<p>{m.territory_lead()}</p>}
      />
      {coverage && (
        <>
          <Row heading={m.territory_map()} margin={m.territory_map_note({ count: coverage.responses })}>
            <CoverageTable coverage={coverage} />
          </Row>
          <Row heading={m.territory_balance()}>
            <Balance coverage={coverage} beyondFood={beyondFood} />
            <p className="quiet">{m.territory_of_those()}</p>
          </Row>
        </>
      )}
      <Row heading={m.territory_groups()} note={m.territory_groups_note()}>
        <p className="prose">{m.territory_groups_text()}</p>
        <DataTable
          caption={m.territory_groups()}
          captionHidden
          head={[m.territory_region(), m.territory_responses_head(), m.territory_groups_state()]}
          numeric={[1]}
          rows={old.map(({ id, slug, name, responseCount, regionalGroups }) => ({
            key: id,
            cells: [
              <Link to={paths.territory(slug)} key={id}>
                {name}
              </Link>,
              responseCount,
              regionalGroups.map((one) => (
                <Chip tone={statusTones[one.status]} key={one.id}>
                  {statusNames[one.status]()}
                </Chip>
              )),
            ],
          }))}
        />
      </Row>
      <Row heading={m.territory_departments()}>
        <Disclosure summary={m.territory_departments_show()}>
          <TerritoryNames territories={departments} />
        </Disclosure>
      </Row>
    </Ruled>
  );
}
