import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { VoiceCard } from "../../features/contribution/VoiceCard.tsx";
import results from "../../features/search/Search.module.css";
import { SearchResult } from "../../features/search/SearchResult.tsx";
import type { Channel, ContributionsPage, ContributionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { GroupChoice } from "../../shared/GroupChoice.tsx";
import { GroupFilter } from "../../shared/GroupFilter.tsx";
import { contentLang } from "../../i18n/content.ts";
import { keysOf, termLabel } from "../../i18n/vocabulary.ts";
import { channelNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Part } from "../../ui/Part.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionChoice, termChoice, objectiveChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<ContributionsPage, ContributionsPageVariables> = gql`
  query ContributionsPage(
    $filter: ContributionFilter!
    $after: String
    $territory: String!
    $within: Boolean!
    $asked: Boolean!
    $since: String!
    $isSince: Boolean!
  ) {
    contributions(filter: $filter, first: 12, after: $after) {
      totalCount
      unpublishedCount
      searched
      nodes {
        id
        question @include(if: $asked) {
          id
          code
          label
        }
        ...VoiceCard_contribution
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nearest {
        nodes {
          id
          ...SearchResult_result
        }
        instead
      }
    }
    groups {
      ...GroupChoice_group @unmask
      theme {
        id
        slug
      }
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
    synthesis(slug: $since) @include(if: $isSince) {
      id
      slug
      title
      version
    }
    territory(slug: $territory) @include(if: $within) {
      id
      slug
      name
    }
  }
  ${GroupChoice.fragment}
  ${VoiceCard.fragment}
  ${SearchResult.fragment}
  ${termChoice}
  ${regionChoice}
  ${objectiveChoice}
`;

const isChannel = (name: string | null): name is Channel => !!name && Object.hasOwn(channelNames, name);

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const channel = get("channel");
  const territory = get("territory");
  const filter = {
    objective: get("objective"),
    theme: get("theme"),
    question: get("question"),
    territory,
    channel: isChannel(channel) ? channel : null,
    sector: get("sector"),
    since: get("since"),
    notRetained: get("retained") === "no" || null,
    search: get("q"),
  };
  return preload(args, query, {
    filter,
    after: get("after"),
    territory: territory ?? "",
    within: !!territory,
    asked: !!filter.question,
    since: filter.since ?? "",
    isSince: !!filter.since,
  });
};

/** « Ce qui s'est dit »: everything that can be read, by objective, territory, channel, sector and words. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const get = (name: string) => params.get(name) ?? "";
  const { nodes, pageInfo } = data.contributions;
  const sectorNames = new Map(data.sectors.map((term) => [term.key, termLabel(term)]));
  const regions = data.regions.map(({ slug, name }) => ({ value: slug, label: name }));
  const { heading, why } = countsOf(data.contributions, get("q").trim());
  const question = nodes[0]?.question;
  // A department or a region of 2012 comes from the page of that territory: it is offered as long as it filters.
  const elsewhere = data.territory && !regions.some(({ value }) => value === data.territory!.slug);
  return (
    <Ruled>
      <PageHead title={m.contribution_title()} lead={m.contribution_lead()}>
        <ReadTabs />
      </PageHead>
      <Row>
        {get("question") && (
          <Notice>
            {question
              ? m.contribution_question({ code: question.code, label: question.label })
              : m.contribution_question_none()}
          </Notice>
        )}
        {data.synthesis && (
          <Notice>
            {m.contribution_since(data.synthesis)}{" "}
            <Link to={paths.synthesis(data.synthesis.slug)} lang={contentLang()}>
              {data.synthesis.title}
            </Link>
            . {m.contribution_since_why()}
            <More to={paths.contributions()}>{m.contribution_since_all()}</More>
          </Notice>
        )}
        <Filters label={m.contribution_filters()} search={<SearchField name="q" label={m.contribution_search()} />}>
          {get("since") && <input type="hidden" name="since" value={get("since")} />}
          {get("question") && <input type="hidden" name="question" value={get("question")} />}
          <GroupFilter
            name="theme"
            groups={data.groups.map(({ theme, ...group }) => ({ ...group, slug: theme.slug }))}
          />
          <FilterSelect
            name="objective"
            label={m.contribution_objective()}
            all={m.contribution_objective_all()}
            options={data.groups
              .flatMap(({ objectives }) => objectives)
              .map(({ slug, number, name }) => ({ value: slug, label: `${number}. ${name}`, lang: contentLang() }))}
          />
          <FilterSelect
            name="territory"
            label={m.contribution_territory()}
            all={m.contribution_territory_all()}
            options={elsewhere ? [{ value: data.territory!.slug, label: data.territory!.name }, ...regions] : regions}
          />
          <FilterSelect
            name="channel"
            label={m.contribution_channel()}
            all={m.contribution_channel_all()}
            options={keysOf(channelNames).map((value) => ({ value, label: channelNames[value]() }))}
          />
          <FilterSelect
            name="sector"
            label={m.contribution_sector()}
            all={m.contribution_sector_all()}
            options={[...sectorNames].map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            name="retained"
            label={m.contribution_outcome()}
            all={m.contribution_outcome_all()}
            options={[{ value: "no", label: m.contribution_outcome_not_retained() }]}
          />
        </Filters>
      </Row>
      <Row heading={<output>{heading}</output>}>
        {why && <p className="quiet">{why}</p>}
        {nodes.length > 0 && (
          <ul className="cards">
            {nodes.map((contribution) => (
              <VoiceCard contribution={contribution} key={contribution.id} />
            ))}
          </ul>
        )}
        {!nodes.length && (params.size > 0 ? <NoneLeft {...data.contributions} /> : <NoneYet />)}
        <Pager pageInfo={pageInfo} label={m.contribution_title()} />
        <p className="cluster">
          <More to={paths.search({ q: get("q").trim() })}>
            {get("q").trim() ? m.contribution_none_elsewhere() : m.shell_search_all()}
          </More>
          <More to={paths.notebooks()}>{m.notebook_title()}</More>
        </p>
      </Row>
    </Ruled>
  );
}

/** Nothing is left: the word that was meant, the nearest texts, and the way out. Of a word the heading says it already. */
const NoneLeft = ({ searched, nearest }: ContributionsPage["contributions"]) => (
  <>
    <Empty title={!searched ? m.contribution_none() : !nearest?.instead && m.contribution_none_search()}>
      {nearest?.instead && (
        <output>
          <More to={paths.contributions({ q: nearest.instead })}>
            {m.contribution_meant({ words: nearest.instead })}
          </More>
        </output>
      )}
      <More to={paths.contributions()}>{m.contribution_none_out()}</More>
    </Empty>
    {nearest && nearest.nodes.length > 0 && (
      <Part heading={m.contribution_nearest()}>
        <ul className={results.results}>
          {nearest.nodes.map((result) => (
            <SearchResult result={result} key={result.id} />
          ))}
        </ul>
      </Part>
    )}
  </>
);

const NoneYet = () => (
  <Empty title={m.contribution_none_yet()}>
    <More to={paths.questionnaires()}>{m.contribution_answer()}</More>
  </Empty>
);

/** « 14 contributions : 9 publiées, 5 non publiées »; what is not published is not searched, and its count says nothing of the words. */
function countsOf(
  { totalCount, unpublishedCount, searched }: ContributionsPage["contributions"],
  words: string,
): { heading: string; why?: string } {
  if (searched)
    return {
      heading:
        totalCount >= 1000 ? m.contribution_found_many({ words }) : m.contribution_found({ count: totalCount, words }),
    };
  const all = totalCount + (unpublishedCount ?? 0);
  const total = m.contribution_total({ count: all });
  if (!unpublishedCount) return { heading: total };
  const unpublished = m.contribution_unpublished({ count: unpublishedCount });
  return {
    heading: `${total}${m.ui_colon()}${m.contribution_readable({ count: totalCount })}, ${unpublished}`,
    why: m.contribution_unpublished_why(),
  };
}
