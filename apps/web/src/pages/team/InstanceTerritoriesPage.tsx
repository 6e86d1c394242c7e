import { gql, type TypedDocumentNode } from "@apollo/client";
import { manyUses } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { sayInstanceProblems } from "../../features/instance/instanceProblems.ts";
import { territoryDesk, userNames } from "../../features/instance/territories.tsx";
import { TerritoryImport } from "../../features/instance/TerritoryImport.tsx";
import type { InstanceTerritoriesPage, InstanceTerritoriesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Download } from "../../ui/Download.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { refuse } from "./allowed.ts";

sayInstanceProblems();

const query: TypedDocumentNode<InstanceTerritoriesPage, InstanceTerritoriesPageVariables> = gql`
  query InstanceTerritoriesPage {
    viewer {
      id
    }
    territoryDesk {
      ...TerritoryDeskParts @unmask
    }
  }
  ${territoryDesk}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {}, ({ territoryDesk: desk, viewer }) => desk ?? refuse(viewer ? 403 : 401));

/** The territories of the instance: those of France, or a list of its own. */
export function Component() {
  const desk = useReadQuery(useLoaderData<typeof loader>()).data.territoryDesk!;
  const used = desk.uses.length > 0;
  return (
    <Ruled>
      <PageHead
        title={m.territories_title()}
        kicker={<Link to={paths.instance()}>{m.instance_tab()}</Link>}
        lead={<p>{m.territories_lead()}</p>}
      />
      <Row heading={m.territories_now()} margin={m.territories_count_regions({ count: desk.regions })}>
        <p>{desk.france ? m.territories_france() : m.territories_own()}</p>
        <div className="cluster">
          <Download href="/exports/territories.csv">{m.territories_download()}</Download>
          <More to={paths.territories()}>{m.territories_see()}</More>
        </div>
      </Row>
      <Row heading={m.territories_import()}>
        <p>{used ? m.territories_used() : m.territories_free()}</p>
        {used && (
          <>
            <p>{m.territories_uses()}</p>
            <ul className="cluster">
              {desk.uses.map(({ by, count }) => (
                <li key={by}>
                  {count > manyUses
                    ? m.territories_uses_many({ what: userNames[by]({ count: manyUses }) })
                    : userNames[by]({ count })}
                </li>
              ))}
            </ul>
          </>
        )}
        <TerritoryImport desk={desk} />
      </Row>
    </Ruled>
  );
}
