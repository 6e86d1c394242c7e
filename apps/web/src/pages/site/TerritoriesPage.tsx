import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Balance } from "../../features/territory/Balance.tsx";
import { CoverageTable } from "../../features/territory/CoverageTable.tsx";
import { GroupStates } from "../../features/regionalGroup/GroupStates.tsx";
import { TerritoryNames } from "../../features/territory/TerritoryNames.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { TerritoriesPage, TerritoriesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { ownFirst, useOwnRegion } from "../../shared/ownRegion.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<TerritoriesPage, TerritoriesPageVariables> = gql`
  query TerritoriesPage($objective: String!, $narrowed: Boolean!) {
    group {
      id
      coverage {
        ...TerritoriesPage_coverage @unmask
      }
      openQuestionnaire {
        id
        slug
        objective {
          id
          number
          coverage {
            ...Balance_coverage @unmask
          }
        }
      }
      objectives {
        id
        slug
        number
        name
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
    objective(slug: $objective) @include(if: $narrowed) {
      id
      coverage {
        ...TerritoriesPage_coverage @unmask
      }
    }
    viewer {
      id
      ownRegion {
        id
        slug
      }
    }
    regionalGroups {
      ...GroupStates_group @unmask
    }
    departments: territories(kind: DEPARTMENT) {
      slug
      name
    }
  }
  fragment TerritoriesPage_coverage on Coverage {
    heardCount
    responses
    notHeard {
      id
    }
    ...CoverageTable_coverage @unmask
    ...Balance_coverage @unmask
  }
  ${GroupStates.fragment}
  ${CoverageTable.fragment}
  ${Balance.fragment}
`;

const objectiveIn = (url: string) => new URL(url).searchParams.get("objective") ?? "";

export function loader(args: LoaderFunctionArgs) {
  const objective = objectiveIn(args.request.url);
  const variables = { objective, narrowed: objective !== "" };
  return preload(args, query, variables, objective ? "objective" : undefined);
}

/** Regions heard and not heard: the map, its figures, the regional groups. */
export function Component() {
  const { group, objective, regionalGroups, departments, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { france } = useInstance();
  const coverage = objective?.coverage ?? group?.coverage;
  const waits = coverage?.responses === 0 && coverage.heardCount > 0;
  const heard = !!coverage && coverage.heardCount > 0;
  const own = useOwnRegion(viewer?.ownRegion?.slug);
  const groups = ownFirst(regionalGroups, own, ({ territory: { slug, region } }) => region?.slug ?? slug);
  const named2012 = groups.some(({ territory }) => territory.kind === "REGION_2012");
  const open = objective ? null : group?.openQuestionnaire?.objective;
  // The first questionnaire asks for all the sectors one has in mind; the others for one only.
  const asked = group?.objectives.find(({ beyondFood }) => beyondFood);
  const beyondFood =
    asked?.beyondFood && asked.questionnaire ? { ...asked.beyondFood, number: asked.questionnaire.number } : null;
  return (
    <Ruled>
      <PageHead
        margin={heard && m.territory_margin({ count: coverage.heardCount })}
        note={heard && m.territory_margin_note({ total: coverage.heardCount + coverage.notHeard.length })}
        title={m.territory_title()}
        tab={m.territory_tab()}
        lead={<p>{france ? m.territory_lead() : m.territory_lead_own()}</p>}
      >
        <ReadTabs />
      </PageHead>
      <Row
        heading={heard && (france ? m.territory_map() : m.territory_map_own())}
        margin={heard && m.territory_map_note({ count: coverage.responses })}
        note={waits && m.territory_soon_counted_note()}
      >
        {(heard || objective) && (
          <Filters label={m.territory_filter()}>
            <FilterSelect
              name="objective"
              label={m.territory_filter_objective()}
              all={m.territory_filter_all()}
              options={(group?.objectives ?? []).map((one) => ({
                value: one.slug,
                label: `${one.number}. ${one.name}`,
                lang: contentLang(),
              }))}
            />
          </Filters>
        )}
        {heard ? <CoverageTable coverage={coverage} own={own} /> : <NobodyHeard open={group?.openQuestionnaire} />}
      </Row>
      {heard && (
        <Row heading={m.territory_balance()}>
          <Balance coverage={coverage} open={open} beyondFood={beyondFood} />
          <p className="quiet">{m.territory_of_those()}</p>
        </Row>
      )}
      <Row heading={m.territory_groups()} note={named2012 && m.territory_groups_note()}>
        <p className="prose">{groups.length > 0 ? m.territory_groups_text() : m.territory_groups_none()}</p>
        <GroupStates groups={groups} />
      </Row>
      {departments.length > 0 && (
        <Row heading={france ? m.territory_departments() : m.territory_within()}>
          <Disclosure summary={france ? m.territory_departments_show() : m.territory_within_show()}>
            <TerritoryNames territories={departments} />
          </Disclosure>
        </Row>
      )}
    </Ruled>
  );
}

/** In place of a map and a table of noughts: how the first figures come. */
const NobodyHeard = ({ open }: { open?: { slug: string } | null }) => (
  <Empty title={m.theme_heard_none()}>
    <ButtonLink to={open ? paths.questionnaire(open.slug) : paths.questionnaires()}>
      {open ? m.contribution_answer() : m.home_soon()}
    </ButtonLink>
  </Empty>
);
