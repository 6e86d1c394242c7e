import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { withLanguage } from "../../shared/withLanguage.ts";
import { useId } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { kindIn, kindNames } from "../../features/search/kinds.ts";
import styles from "../../features/search/Search.module.css";
import { SearchBox } from "../../features/search/SearchBox.tsx";
import { SearchResult } from "../../features/search/SearchResult.tsx";
import type { SearchPage, SearchPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { regionChoice } from "../../shared/choices.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<SearchPage, SearchPageVariables> = gql`
  query SearchPage(
    $query: String!
    $kinds: [SearchKind!]
    $group: String
    $territory: String
    $place: String!
    $within: Boolean!
    $from: String
    $to: String
    $after: String
  ) {
    search(
      query: $query
      kinds: $kinds
      group: $group
      territory: $territory
      from: $from
      to: $to
      first: 20
      after: $after
    ) {
      nodes {
        id
        ...SearchResult_result
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      counts {
        kind
        count
        more
      }
      searched
      instead
      partly
      problems {
        code
        field
      }
    }
    groups {
      id
      slug
      name
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
    territory(slug: $place) @include(if: $within) {
      ...RegionChoice_territory @unmask
    }
  }
  ${SearchResult.fragment}
  ${regionChoice}
`;

const filters = ["group", "territory", "from", "to"] as const;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const kind = kindIn(get("kind"));
  const territory = get("territory");
  return preload(args, query, {
    query: (params.get("q") ?? "").slice(0, 1000),
    kinds: kind && [kind],
    group: get("group"),
    territory,
    place: territory ?? "",
    within: !!territory,
    from: get("from"),
    to: get("to"),
    after: get("after"),
  });
};

/** « Chercher »: all that was said and decided, by its words. */
export function Component() {
  const { search, groups, regions, territory } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const words = (params.get("q") ?? "").trim().slice(0, 200);
  const refused = (field: string) => search.problems.some((problem) => problem.field === field);
  const places = regions.map(({ slug, name }) => ({ value: slug, label: name }));
  if (territory && !places.some(({ value }) => value === territory.slug))
    places.unshift({ value: territory.slug, label: territory.name });
  const kind = kindIn(params.get("kind"));
  return (
    <Ruled>
      <PageHead
        title={m.search_title()}
        tab={words ? m.search_tab({ words }) : undefined}
        lead={words ? undefined : withLanguage(m.search_lead(), m.search_in_french)}
      >
        <SearchBox />
        <ReadTabs />
        {!words && <p className="quiet">{m.search_shortcut()}</p>}
      </PageHead>
      {words && (
        <>
          <Row>
            <Filters label={m.search_filters()} cleared={`?${new URLSearchParams({ q: words })}`}>
              <input type="hidden" name="q" defaultValue={words} />
              {kind && <input type="hidden" name="kind" defaultValue={kind} />}
              {groups.length > 1 && (
                <FilterSelect
                  name="group"
                  label={m.search_group()}
                  all={m.search_group_all()}
                  options={groups.map(({ slug, name }) => ({ value: slug, label: name }))}
                />
              )}
              <FilterSelect
                name="territory"
                label={m.search_territory()}
                all={m.search_territory_all()}
                options={places}
              />
              <Day name="from" label={m.search_from()} refused={refused("from")} />
              <Day name="to" label={m.search_to()} refused={refused("to")} />
            </Filters>
          </Row>
          <Row heading={<output>{headingOf(search, words, kind)}</output>}>
            {search.counts.length > 0 && <Kinds counts={search.counts} />}
            <ul className={styles.results}>
              {search.nodes.map((result) => (
                <SearchResult result={result} key={result.id} />
              ))}
            </ul>
            {!search.nodes.length && !search.problems.length && <Nothing search={search} words={words} />}
            <Pager pageInfo={search.pageInfo} label={m.search_title()} />
          </Row>
        </>
      )}
    </Ruled>
  );
}

type Found = SearchPage["search"];

/** « 12 résultats pour « camionnette » »: what a screen reader hears once it is there. */
function headingOf({ counts, instead, partly, searched, problems }: Found, words: string, kind: string | null) {
  if (problems.length) return m.search_unreadable();
  if (!searched) return m.search_small({ words });
  const shown = counts.filter((one) => !kind || one.kind === kind);
  const count = shown.reduce((sum, one) => sum + one.count, 0);
  if (!count) return m.search_none({ words });
  if (partly) return m.search_partly({ words });
  if (instead) return m.search_instead({ typed: words, words: instead });
  const more = shown.some((one) => one.more);
  const number = formatNumber(count);
  return m.search_found({ count, shown: more ? `${number}+` : number, words });
}

/** The kinds that have results, each with their number. */
function Kinds({ counts }: { counts: Found["counts"] }) {
  const [params] = useSearchParams();
  const current = kindIn(params.get("kind"));
  const to = (kind: string | null) => {
    const next = new URLSearchParams(params);
    next.delete("after");
    next.delete("kind");
    if (kind) next.set("kind", kind);
    return { search: `?${next}` };
  };
  return (
    <nav aria-label={m.search_kinds()} className={`${styles.kinds} no-print`}>
      <Link to={to(null)} preventScrollReset aria-current={current ? undefined : "page"}>
        {m.search_all()}
      </Link>
      {counts.map(({ kind, count, more }) => (
        <Link to={to(kind)} preventScrollReset aria-current={current === kind ? "page" : undefined} key={kind}>
          {kindNames[kind][1]()} <span>{more ? `${count}+` : count}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Nothing was found: why, and the way out. */
function Nothing({ search, words }: { search: Found; words: string }) {
  const [params] = useSearchParams();
  if (!search.searched) return <Empty title={m.search_small_why()} />;
  const isFiltered = filters.some((name) => params.get(name));
  return (
    <Empty title={m.search_none_why()}>
      {search.counts.length > 0 && <More to={paths.search({ q: words })}>{m.search_none_kind()}</More>}
      {isFiltered && <More to={paths.search({ q: words })}>{m.search_none_filters()}</More>}
      <More to={paths.contributions()}>{m.contribution_none_out()}</More>
    </Empty>
  );
}

/** A day; one that cannot be read stays as it was typed, with what to do. */
function Day({ name, label, refused }: { name: string; label: string; refused: boolean }) {
  const id = useId();
  const value = useSearchParams()[0].get(name) ?? "";
  return (
    <label>
      <span>{label}</span>
      <input
        type={refused ? "text" : "date"}
        name={name}
        defaultValue={value}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? id : undefined}
        key={String(refused)}
      />
      {refused && (
        <span id={id} className={styles.problem}>
          {m.search_bad_date()}
        </span>
      )}
    </label>
  );
}
