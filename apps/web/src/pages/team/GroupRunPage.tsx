import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { SmallTeam } from "../../features/group/SmallTeam.tsx";
import type { GroupRunPage, GroupRunPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<GroupRunPage, GroupRunPageVariables> = gql`
  query GroupRunPage($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      smallTeam
      viewerCan {
        run
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ group }) => group?.viewerCan.run);

/** Settings of a group, for whoever runs it. */
export function Component() {
  const { group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, name } = group!;
  return (
    <Ruled>
      <PageHead
        kicker={
          <Link to={paths.group(slug)} lang={contentLang()}>
            {name}
          </Link>
        }
        title={m.theme_run()}
      />
      <Row id="small-team" heading={m.theme_small_team()}>
        <SmallTeam group={group!} />
      </Row>
    </Ruled>
  );
}
