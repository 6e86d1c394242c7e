import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { InitiativeCard } from "../../features/initiative/InitiativeCard.tsx";
import type { InitiativesPage, InitiativesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";
import { termChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<InitiativesPage, InitiativesPageVariables> = gql`
  query InitiativesPage(
    $filter: InitiativeFilter!
    $after: String
    $proposed: InitiativeFilter!
    $territory: String!
    $within: Boolean!
  ) {
    initiatives(filter: $filter, first: 24, after: $after) {
      totalCount
      nodes {
        id
        ...InitiativeCard_initiative
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      regions {
        count
        territory {
          id
          code
          slug
          name
        }
      }
    }
    proposed: initiatives(filter: $proposed, first: 12) {
      nodes {
        id
        ...InitiativeCard_initiative
      }
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    criteria: terms(kind: CRITERION) {
      ...TermChoice_term @unmask
    }
    groups {
      id
      theme {
        id
        slug
        title
      }
    }
    territory(slug: $territory) @include(if: $within) {
      id
      slug
      name
    }
  }
  ${InitiativeCard.fragment}
  ${termChoice}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const filter = {
    sector: get("sector"),
    territory: get("territory"),
    theme: get("theme"),
    criterion: get("criterion"),
    search: get("q"),
  };
  return preload(args, query, {
    filter,
    after: get("after"),
    proposed: { ...filter, state: "PROPOSED" },
    territory: filter.territory ?? "",
    within: !!filter.territory,
  });
};

/** The examples from the field: by sector, place, theme, criterion and words; where they are, on a map. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const { nodes, totalCount, pageInfo, regions } = data.initiatives;
  const sectorNames = new Map(data.sectors.map((term) => [term.key, termLabel(term)]));
  const themes = new Map(data.groups.map(({ theme }) => [theme.slug, theme.title]));
  const places = regions.map(({ territory: { slug, name } }) => ({ value: slug, label: name }));
  // A department or a region of 2012 comes from the page of that territory: it is offered as long as it filters.
  const elsewhere = data.territory && !places.some(({ value }) => value === data.territory!.slug);
  const within = (code: string) => {
    const territory = regions.find((region) => region.territory.code === code)!.territory.slug;
    return paths.initiatives({ ...Object.fromEntries(params), after: "", territory });
  };
  return (
    <Ruled>
      <PageHead title={m.initiative_title()} lead={<p>{m.initiative_lead()}</p>}>
        <p className="no-print">
          <ButtonLink to={paths.initiativePropose()}>{m.initiative_propose()}</ButtonLink>
        </p>
        <More to={paths.exchanges()}>{m.exchange_link()}</More>
      </PageHead>
      <Row>
        <Filters label={m.initiative_filters()} search={<SearchField name="q" label={m.initiative_search()} />}>
          <FilterSelect
            name="sector"
            label={m.initiative_sector()}
            all={m.initiative_sector_all()}
            options={[...sectorNames].map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            name="territory"
            label={m.contribution_territory()}
            all={m.contribution_territory_all()}
            options={elsewhere ? [{ value: data.territory!.slug, label: data.territory!.name }, ...places] : places}
          />
          <FilterSelect
            name="theme"
            label={m.initiative_theme()}
            all={m.initiative_theme_all()}
            options={[...themes].map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            name="criterion"
            label={m.initiative_criterion()}
            all={m.initiative_criterion_all()}
            options={data.criteria.map((term) => ({ value: term.key, label: termLabel(term) }))}
          />
        </Filters>
        <Disclosure summary={m.initiative_map()}>
          <div className={styles.beside}>
            <TerritoryMap
              values={regions.map(({ territory: { code, name }, count }) => ({ code, label: name, count }))}
              hrefFor={within}
              say={m.initiative_map_region}
              caption={m.initiative_map_caption()}
            />
          </div>
        </Disclosure>
      </Row>
      <Row heading={m.initiative_count({ count: totalCount })}>
        {nodes.length > 0 ? (
          <ul className="cards">
            {nodes.map((initiative) => (
              <InitiativeCard initiative={initiative} sectorNames={sectorNames} key={initiative.id} />
            ))}
          </ul>
        ) : (
          <Empty title={params.size ? m.initiative_none() : m.initiative_none_yet()}>
            {params.size > 0 ? (
              <More to={paths.initiatives()}>{m.initiative_all()}</More>
            ) : (
              <>
                <p>{m.initiative_none_yet_text()}</p>
                <More to={paths.initiativePropose()}>{m.initiative_propose()}</More>
              </>
            )}
          </Empty>
        )}
        <Pager pageInfo={pageInfo} label={m.initiative_title()} />
      </Row>
      {data.proposed.nodes.length > 0 && (
        <Row heading={m.initiative_proposed()} note={m.initiative_proposed_note()}>
          <ul className="cards">
            {data.proposed.nodes.map((initiative) => (
              <InitiativeCard initiative={initiative} sectorNames={sectorNames} key={initiative.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}
