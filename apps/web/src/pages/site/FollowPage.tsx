import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { CodeForm } from "../../features/response/CodeForm.tsx";
import { KeptReceipts } from "../../features/response/KeptReceipts.tsx";
import { useReceipts } from "../../features/response/receipts.ts";
import type { FollowPage } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { useOwnRegion } from "../../shared/ownRegion.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Steps } from "../../ui/Steps.tsx";

const query: TypedDocumentNode<FollowPage> = gql`
  query FollowPage {
    viewer {
      id
      ownRegion {
        id
        slug
      }
    }
    territories(kind: REGION) {
      id
      slug
      name
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/**
 * « Chez moi »: one's own answers on this device, where it knows some, or by their code, one's own region, and what
 * waits for an account.
 */
export function Component() {
  const { viewer, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const knows = useReceipts().length > 0;
  const own = useOwnRegion(viewer?.ownRegion?.slug);
  const region = territories.find(({ slug }) => slug === own);
  return (
    <Ruled>
      <PageHead title={m.shell_nav_mine()} lead={<p>{m.response_follow_lead()}</p>} />
      {knows && (
        <Row heading={m.response_here()} margin={m.response_here_margin()} note={m.response_here_note()}>
          <KeptReceipts />
        </Row>
      )}
      <Row heading={m.response_with_code()}>
        <CodeForm />
      </Row>
      <Row heading={m.response_own_region()}>
        {region && <More to={paths.territory(region.slug)}>{m.response_own_region_read({ name: region.name })}</More>}
        <Disclosure summary={region ? m.response_own_region_other() : m.response_own_region_choose()}>
          <ul className="cards">
            {territories.map(({ id, slug, name }) => (
              <li key={id}>
                <Link to={paths.territory(slug)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      </Row>
      {viewer && (
        <Row heading={m.response_waiting()}>
          <More to={paths.desk()}>{m.shell_desk()}</More>
        </Row>
      )}
      <Row heading={m.response_path()}>
        <Steps
          label={m.response_path()}
          steps={[
            { key: "read", state: "todo", title: m.response_next_read() },
            { key: "marked", state: "todo", title: m.response_next_marked() },
            { key: "cited", state: "todo", title: m.response_next_cited() },
            { key: "carried", state: "todo", title: m.response_next_carried() },
          ]}
        />
      </Row>
    </Ruled>
  );
}
