import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DocumentCard } from "../../features/document/DocumentCard.tsx";
import type { DocumentKind, DocumentsPage, DocumentsPageVariables } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ListFeed } from "../../ui/FeedLink.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<DocumentsPage, DocumentsPageVariables> = gql`
  query DocumentsPage($group: String, $kinds: [DocumentKind!]!, $after: String, $all: Boolean!) {
    templates: library(group: $group, kinds: [TEMPLATE], first: 40) @include(if: $all) {
      nodes {
        id
        ...DocumentCard_document
      }
    }
    library(group: $group, kinds: $kinds, first: 24, after: $after) {
      total
      nodes {
        id
        ...DocumentCard_document
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    groups {
      id
      slug
      name
      objectives {
        id
        number
        name
        synthesis {
          id
          slug
          title
          version
          publishedAt
        }
      }
    }
    meetings @include(if: $all) {
      id
      slug
      title
      startsAt
      minutes {
        id
        version
        publishedAt
      }
    }
  }
  ${DocumentCard.fragment}
`;

const kindNames: Record<DocumentKind, () => string> = {
  FILE: m.document_kind_file,
  PAPER: m.document_paper,
  SHEET: m.document_kind_sheet,
  TEMPLATE: m.document_template,
};

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const kind = params.get("kind");
  const one = kind && Object.hasOwn(kindNames, kind) ? (kind as DocumentKind) : null;
  const group = params.get("group")?.trim() || null;
  const after = params.get("after");
  const kinds: DocumentKind[] = one ? [one] : ["FILE", "PAPER", "SHEET"];
  return preload(args, query, { group, kinds, after, all: !one && !after });
};

/** Newest minutes that are listed: the others are with their meetings. */
const shown = 12;

/** Documents of the work: templates, what was put on line, syntheses by objective, minutes. */
export function Component() {
  const { templates, library, groups, meetings } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const viewer = useViewer();
  const group = groups.find(({ slug }) => slug === params.get("group"));
  const objectives = templates ? (group ? [group] : groups).flatMap((one) => one.objectives) : [];
  const minuted = params.size > 0 ? [] : (meetings ?? []).filter(({ minutes }) => minutes).toReversed();
  return (
    <Ruled>
      <PageHead title={m.document_title()} lead={m.document_lead()}>
        <ListFeed list="/documents" title={m.document_title()} filters={{ group: group?.name }} />
        {viewer && (
          <div className="cluster no-print">
            <ButtonLink to={paths.documentNew({ group: group?.slug })}>{m.document_add()}</ButtonLink>
          </div>
        )}
      </PageHead>
      {templates && (
        <List heading={m.document_templates()} note={m.document_templates_note()} documents={templates.nodes} />
      )}
      <Row heading={m.document_papers()} margin={library.total || undefined}>
        <Filters label={m.document_filter()}>
          <FilterSelect
            name="group"
            label={m.document_by_group()}
            all={m.document_all_groups()}
            options={groups.map(({ slug, name }) => ({ value: slug, label: name, lang: contentLang() }))}
          />
          <FilterSelect
            name="kind"
            label={m.document_by_kind()}
            all={m.document_all_kinds()}
            options={Object.entries(kindNames).map(([value, name]) => ({ value, label: name() }))}
          />
        </Filters>
        {library.nodes.length > 0 ? (
          <ul className="cards">
            {library.nodes.map((document) => (
              <DocumentCard document={document} key={document.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.document_none()}>{null}</Empty>
        )}
        <Pager pageInfo={library.pageInfo} label={m.document_title()} />
      </Row>
      {objectives.length > 0 && (
        <Row heading={m.document_syntheses()}>
          <ul className="cards">
            {objectives.map(({ id, number, name, synthesis }) => (
              <Card as="li" tone={synthesis ? "sheet" : "plain"} key={id}>
                <p className="quiet">
                  {m.document_objective({ number })} · <span lang={contentLang()}>{name}</span>
                </p>
                <h3>
                  {synthesis ? (
                    <Link to={paths.synthesis(synthesis.slug)} lang={contentLang()}>
                      {synthesis.title}
                    </Link>
                  ) : (
                    m.document_none_synthesis()
                  )}
                </h3>
                {synthesis && <Version of={synthesis} />}
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {minuted.length > 0 && (
        <Row heading={m.document_minutes()}>
          <ul className="cards">
            {minuted.slice(0, shown).map(({ id, slug, title, startsAt, minutes }) => (
              <Card as="li" key={id}>
                <p className="quiet">
                  <When date={startsAt} />
                </p>
                <h3>
                  <Link to={`${paths.meeting(slug)}#minutes`} lang={contentLang()}>
                    {title}
                  </Link>
                </h3>
                <Version of={minutes!} />
              </Card>
            ))}
          </ul>
          {minuted.length > shown && <More to={paths.meetings()}>{m.meeting_all_meetings()}</More>}
        </Row>
      )}
    </Ruled>
  );
}

interface ListProps {
  heading: string;
  note?: string;
  documents: NonNullable<DocumentsPage["templates"]>["nodes"];
}

const List = ({ heading, note, documents }: ListProps) =>
  documents.length > 0 && (
    <Row heading={heading} note={note} margin={`${documents.length}`}>
      <ul className="cards">
        {documents.map((document) => (
          <DocumentCard document={document} key={document.id} />
        ))}
      </ul>
    </Row>
  );

const Version = ({ of: { version, publishedAt } }: { of: { version: number; publishedAt: string | null } }) => (
  <p className="quiet">
    {m.document_version({ version })}
    {publishedAt && (
      <>
        {" · "}
        <When date={publishedAt} format="short" />
      </>
    )}
  </p>
);
