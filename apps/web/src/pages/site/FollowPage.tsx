import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { CodeForm } from "../../features/response/CodeForm.tsx";
import { KeptReceipts } from "../../features/response/KeptReceipts.tsx";
import { useReceipts } from "../../features/response/receipts.ts";
import { TerritoryNames } from "../../features/territory/TerritoryNames.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { FollowPage } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { onTheMap, regionCounted } from "../../shared/largest.tsx";
import { useOwnRegion } from "../../shared/ownRegion.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Steps } from "../../ui/Steps.tsx";
import styles from "./Chain.module.css";

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
      code
      name
    }
    group {
      id
      coverage {
        heardCount
        regions {
          ...Counted_region @unmask
        }
      }
    }
  }
  ${regionCounted}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/**
 * « Chez moi »: one's own answers on this device, where it knows some, or by their code, one's own region, and what
 * waits for an account.
 */
export function Component() {
  const { viewer, territories, group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const knows = useReceipts().length > 0;
  const own = useOwnRegion(viewer?.ownRegion?.slug);
  const { france } = useInstance();
  const counted = group?.coverage.regions;
  const slugs = new Map(territories.map(({ code, slug }) => [code, slug]));
  const region = territories.find(({ slug }) => slug === own);
  return (
    <Ruled>
      <PageHead title={m.shell_nav_mine()} lead={<p>{m.response_follow_lead()}</p>} />
      {knows && (
        <Row heading={m.response_here()} margin={m.response_here_margin()} note={m.response_here_note()}>
          <KeptReceipts />
        </Row>
      )}
      <Row>
        <div className={styles.beside}>
          <section className="flow" aria-labelledby="number">
            <h2 id="number">{m.response_with_code()}</h2>
            <CodeForm />
          </section>
          <section className="flow" aria-labelledby="place">
            <h2 id="place">{m.response_own_region()}</h2>
            {region && (
              <More to={paths.territory(region.slug)}>{m.response_own_region_read({ name: region.name })}</More>
            )}
            {counted && (
              <TerritoryMap
                brief
                values={onTheMap(counted)}
                hrefFor={(code) => paths.territory(slugs.get(code) ?? "")}
                highlight={region?.code}
                say={m.territory_say}
                caption={
                  group.coverage.heardCount === 0 ? (
                    m.territory_choose()
                  ) : (
                    <>
                      <b>{france ? m.territory_map_caption() : m.territory_map_caption_own()}</b>
                      {france ? m.territory_map_caption_text() : m.territory_choose()}
                    </>
                  )
                }
              />
            )}
            <Disclosure summary={region ? m.response_own_region_other() : m.response_own_region_choose()}>
              <TerritoryNames territories={territories} />
            </Disclosure>
          </section>
        </div>
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
