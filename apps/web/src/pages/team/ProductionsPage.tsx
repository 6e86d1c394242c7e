import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { AskProductions } from "../../features/production/AskProductions.tsx";
import { MadeOfProposal } from "../../features/production/MadeOfProposal.tsx";
import { ProductionItem } from "../../features/production/ProductionItem.tsx";
import sheet from "../../features/production/production.css?url";
import { useProgress } from "../../features/production/useProgress.ts";
import type { ProductionsPage, ProductionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Style } from "../../ui/Style.tsx";
import { contentLang } from "../../i18n/content.ts";
import { withLanguage } from "../../shared/withLanguage.ts";

const query: TypedDocumentNode<ProductionsPage, ProductionsPageVariables> = gql`
  query ProductionsPage($group: String, $after: String) {
    productionDesk(group: $group) {
      group {
        id
        slug
        name
      }
      productions {
        id
        state
        ...ProductionItem_production
      }
      proposals(after: $after) {
        nodes {
          id
          ...MadeOfProposal_proposal
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
  ${ProductionItem.fragment}
  ${MadeOfProposal.fragment}
`;

const asked = ({ request }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams;
  return { group: params.get("group"), after: params.get("after") };
};

export const loader = (args: LoaderFunctionArgs) => preload(args, query, asked(args), "productionDesk");

/** Productions of a team: the requests, their progress, the files; and the documents each proposal gives at once. */
export function Component() {
  const { group, productions, proposals } = useReadQuery(useLoaderData<typeof loader>()).data.productionDesk!;
  const [params] = useSearchParams();
  const waiting = productions.filter(({ state }) => state === "WAITING" || state === "MAKING").length;
  useProgress(query, { group: group.slug, after: params.get("after") }, waiting > 0);
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        title={m.production_title()}
        margin={<span lang={contentLang()}>{group.name}</span>}
        lead={<p>{withLanguage(m.production_lead(), m.production_in_french)}</p>}
      >
        <div className="cluster">
          <More to={paths.group(group.slug)}>{m.production_group()}</More>
          <More to={`/presentation?group=${group.slug}`}>{m.production_presentation_title()}</More>
        </div>
      </PageHead>
      <Row heading={m.production_ask()} note={m.production_ask_note()}>
        <AskProductions group={group.slug} />
      </Row>
      <Row heading={m.production_made()} margin={m.production_made_count({ count: productions.length })}>
        <output className="visually-hidden">
          {waiting ? m.production_under_way({ count: waiting }) : productions.length ? m.production_all_made() : ""}
        </output>
        {productions.length === 0 && <Empty title={m.production_none()}>{m.production_none_next()}</Empty>}
        <ul className="production-list">
          {productions.map((production) => (
            <ProductionItem production={production} key={production.id} />
          ))}
        </ul>
      </Row>
      <Row heading={m.production_of_proposals()} note={m.production_of_proposals_note()}>
        {proposals.nodes.length === 0 && <Empty title={m.proposal_none_yet()}>{m.proposal_none_yet_text()}</Empty>}
        <ul className="production-list">
          {proposals.nodes.map((proposal) => (
            <MadeOfProposal proposal={proposal} key={proposal.id} />
          ))}
        </ul>
        <Pager pageInfo={proposals.pageInfo} label={m.production_of_proposals()} />
      </Row>
    </Ruled>
  );
}
