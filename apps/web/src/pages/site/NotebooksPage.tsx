import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { NotebookCard } from "../../features/notebook/NotebookCard.tsx";
import type { NotebookReading, NotebooksPage, NotebooksPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { keysOf, type Names } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { regionChoice } from "../../shared/choices.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<NotebooksPage, NotebooksPageVariables> = gql`
  query NotebooksPage($filter: NotebookFilter!, $after: String) {
    notebooks(filter: $filter, first: 24, after: $after) {
      totalCount
      coverage {
        total
        read
        readTwice
      }
      nodes {
        id
        ...NotebookCard_notebook
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    groups {
      id
      slug
      name
    }
    viewerCan {
      importTexts
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${NotebookCard.fragment}
  ${regionChoice}
`;

const readings: Names<NotebookReading> = {
  UNREAD: m.notebook_reading_UNREAD,
  READ: m.notebook_reading_READ,
  READ_TWICE: m.notebook_reading_READ_TWICE,
};

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const reading = get("reading");
  const filter = {
    territory: get("territory"),
    group: get("group"),
    reading: reading && Object.hasOwn(readings, reading) ? (reading as NotebookReading) : null,
    search: get("q"),
  };
  return preload(args, query, { filter, after: get("after") });
};

/** The notebooks: where they come from, how far they were read, and each one's page. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const { nodes, totalCount, coverage, pageInfo } = data.notebooks;
  const { total, read, readTwice } = coverage;
  return (
    <Ruled>
      <PageHead title={m.notebook_title()} lead={<p>{m.notebook_lead()}</p>}>
        {total > 0 && (
          <p>
            <b>
              {m.notebook_coverage({
                read: formatNumber(read),
                total: formatNumber(total),
                twice: formatNumber(readTwice),
                reads: read,
                twices: readTwice,
              })}
            </b>
          </p>
        )}
        {data.viewerCan.importTexts && (
          <p className="no-print">
            <ButtonLink to={paths.textImports()}>{m.textImport_title()}</ButtonLink>
          </p>
        )}
        <More to={paths.contributions()}>{m.contribution_title()}</More>
      </PageHead>
      {(total > 0 || params.size > 0) && (
        <Row>
          <Filters label={m.notebook_filters()} search={<SearchField name="q" label={m.notebook_search()} />}>
            <FilterSelect
              name="territory"
              label={m.contribution_territory()}
              all={m.contribution_territory_all()}
              options={data.regions.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            {data.groups.length > 1 && (
              <FilterSelect
                name="group"
                label={m.notebook_group()}
                all={m.notebook_group_all()}
                options={data.groups.map(({ slug, name }) => ({ value: slug, label: name }))}
              />
            )}
            <FilterSelect
              name="reading"
              label={m.notebook_reading()}
              all={m.notebook_reading_all()}
              options={keysOf(readings).map((key) => ({ value: key, label: readings[key]() }))}
            />
          </Filters>
        </Row>
      )}
      <Row heading={m.notebook_count({ count: totalCount })}>
        {nodes.length > 0 ? (
          <ul className="cards">
            {nodes.map((notebook) => (
              <NotebookCard notebook={notebook} key={notebook.id} />
            ))}
          </ul>
        ) : (
          <Empty title={params.size ? m.notebook_none() : m.notebook_none_yet()}>
            {params.size > 0 ? (
              <More to={paths.notebooks()}>{m.notebook_all()}</More>
            ) : (
              <>
                <p>{m.notebook_none_why()}</p>
                {data.viewerCan.importTexts && <More to={paths.textImports()}>{m.textImport_title()}</More>}
              </>
            )}
          </Empty>
        )}
        <Pager pageInfo={pageInfo} label={m.notebook_title()} />
      </Row>
    </Ruled>
  );
}
