import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { SynthesesPage } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ListFeed } from "../../ui/FeedLink.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { SynthesisShort } from "./SynthesisShort.tsx";

const query: TypedDocumentNode<SynthesesPage> = gql`
  query SynthesesPage {
    syntheses {
      id
      slug
      title
      version
      state
      publishedAt
      notHeard
      objective {
        id
        slug
        question
      }
      paragraphs {
        id
        kind
        text
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The points d'étape, each in its three lines. */
export function Component() {
  const { syntheses } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.synthesis_row_go()} lead={m.synthesis_list_lead()}>
        <ReadTabs />
        <ListFeed list="/syntheses" title={m.synthesis_row_go()} />
      </PageHead>
      <Row>
        {syntheses.length > 0 ? (
          <ul className="flow">
            {syntheses.map(({ objective, ...synthesis }) => (
              <Card as="li" key={synthesis.id}>
                <h2 lang={contentLang()}>
                  <Link to={paths.synthesis(synthesis.slug)}>{synthesis.title}</Link>
                </h2>
                <p className="quiet cluster">
                  {synthesis.state === "CIRCULATING" && <Chip tone="open">{m.synthesis_CIRCULATING()}</Chip>}
                  <Link to={paths.objective(objective.slug)} lang={contentLang()}>
                    {objective.question}
                  </Link>
                  <span>{m.synthesis_version(synthesis)}</span>
                  {synthesis.publishedAt && <When date={synthesis.publishedAt} />}
                </p>
                <SynthesisShort version={synthesis} leads={paths.synthesis(synthesis.slug)} />
              </Card>
            ))}
          </ul>
        ) : (
          <Empty title={m.synthesis_list_none()}>
            <More to={paths.contributions()}>{m.contribution_title()}</More>
          </Empty>
        )}
      </Row>
    </Ruled>
  );
}
