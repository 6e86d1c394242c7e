import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { sayInstanceProblems } from "../../features/instance/instanceProblems.ts";
import { listDesk, listNames } from "../../features/instance/list.tsx";
import { ListItemForm } from "../../features/instance/ListItemForm.tsx";
import { ListItems } from "../../features/instance/ListItems.tsx";
import { ReplaceList } from "../../features/instance/ReplaceList.tsx";
import type { ListsPage, ListsPageVariables, ReferenceList } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { refuse } from "./allowed.ts";

sayInstanceProblems();

const query: TypedDocumentNode<ListsPage, ListsPageVariables> = gql`
  query ListsPage($list: ReferenceList!) {
    viewer {
      id
    }
    listDesk(list: $list) {
      ...ListDeskParts @unmask
    }
  }
  ${listDesk}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const named = new URL(args.request.url).searchParams.get("list") as ReferenceList;
  const list = named in listNames ? named : "AXIS";
  return preload(args, query, { list }, ({ listDesk: desk, viewer }) => desk ?? refuse(viewer ? 403 : 401));
};

/** The lists that pages offer to choose from: one at a time, all written the same way. */
export function Component() {
  const desk = useReadQuery(useLoaderData<typeof loader>()).data.listDesk!;
  const [added, setAdded] = useState(0);
  return (
    <Ruled>
      <PageHead
        title={m.list_title()}
        kicker={<Link to={paths.instance()}>{m.instance_tab()}</Link>}
        lead={<p>{m.list_lead()}</p>}
      >
        <nav aria-label={m.list_which()}>
          <ul className="cluster">
            {keysOf(listNames).map((list) => (
              <li key={list}>
                <Link to={paths.instanceLists({ list })} aria-current={list === desk.list ? "page" : undefined}>
                  {listNames[list]()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </PageHead>
      <Row heading={listNames[desk.list]()} margin={m.list_count({ count: desk.items.length })}>
        <ListItems desk={desk} key={desk.list} />
      </Row>
      <Row heading={m.list_add_form()}>
        <ListItemForm desk={desk} onDone={() => setAdded(added + 1)} key={`${desk.list} ${added}`} />
      </Row>
      <Row>
        <ReplaceList desk={desk} key={desk.list} />
      </Row>
    </Ruled>
  );
}
