import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Versions } from "../../features/synthesis/Versions.tsx";
import type { SynthesisVersionsPage, SynthesisVersionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<SynthesisVersionsPage, SynthesisVersionsPageVariables> = gql`
  query SynthesisVersionsPage($slug: String!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      fictional
      ...Versions_synthesis
    }
  }
  ${Versions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "synthesis");

/** Every version of a synthesis, frozen: since when, what it changed, what caused it, and the way to read it. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.synthesis!;
  return (
    <Ruled>
      <PageHead
        kicker={<TitleLink to={paths.synthesis(it.slug)}>{it.title}</TitleLink>}
        title={m.synthesis_versions()}
        tab={m.synthesis_versions_title(it)}
        lead={m.synthesis_versions_lead()}
      >
        <div className="cluster">
          <ShareButton title={m.synthesis_versions_title(it)} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      <Row>
        <Versions synthesis={it} />
      </Row>
    </Ruled>
  );
}
