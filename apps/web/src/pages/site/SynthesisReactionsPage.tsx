import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { ReactionCard } from "../../features/reaction/ReactionCard.tsx";
import { reactionCount, ReactionList } from "../../features/reaction/ReactionList.tsx";
import type { SynthesisReactionsPage, SynthesisReactionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<SynthesisReactionsPage, SynthesisReactionsPageVariables> = gql`
  query SynthesisReactionsPage($slug: String!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      version
      fictional
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
      versions {
        id
        version
        state
        paragraphs {
          id
          text
          passages {
            id
            quote
          }
          reactions {
            id
            kind
            hiddenFor
            ...Reactions_reaction
          }
        }
      }
    }
  }
  ${ReactionCard.fragment}
`;

type Synthesis = NonNullable<SynthesisReactionsPage["synthesis"]>;
type Version = Synthesis["versions"][number];

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "synthesis");

/** Reactions to a synthesis: by paragraph, by version, then to the whole. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.synthesis!;
  const versions = it.versions
    .filter(({ state }) => state !== "DRAFT")
    .map((version) => ({ ...version, paragraphs: version.paragraphs.filter(({ reactions }) => reactions.length > 0) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  return (
    <Ruled>
      <PageHead
        kicker={<Link to={paths.synthesis(it.slug)}>{it.title}</Link>}
        title={m.reaction_title()}
        tab={m.synthesis_reactions_title(it)}
        lead={m.synthesis_reactions_lead()}
      >
        {it.fictional && <Fictional />}
      </PageHead>
      {versions.map((version) => (
        <OfVersion slug={it.slug} version={version} key={version.id} />
      ))}
      {!versions.length && (
        <Row>
          <Empty title={m.synthesis_reactions_none()}>
            <More to={paths.synthesis(it.slug)}>{m.synthesis_version_read(it)}</More>
          </Empty>
        </Row>
      )}
      {it.reactions.length > 0 && (
        <Row heading={m.synthesis_reactions_whole()} margin={reactionCount(it.reactions)} id="whole">
          <ReactionList subject="SYNTHESIS" subjectId={it.id} reactions={it.reactions} />
        </Row>
      )}
    </Ruled>
  );
}

const OfVersion = ({ slug, version }: { slug: string; version: Version }) => (
  <Row
    heading={m.synthesis_version(version)}
    margin={m.reaction_count({ count: version.paragraphs.reduce((sum, { reactions }) => sum + reactions.length, 0) })}
  >
    {version.paragraphs.map(({ id, text, passages, reactions }) => (
      <section className="flow" id={id} key={id}>
        <h3 lang={contentLang()}>
          {text || (passages[0] ? m.synthesis_quote_of({ quote: passages[0].quote }) : m.synthesis_taken_back())}
        </h3>
        <ReactionList subject="SYNTHESIS_PARAGRAPH" subjectId={id} reactions={reactions} />
        {version.state !== "SUPERSEDED" && (
          <More to={`${paths.synthesisVersion(slug, version.version)}#${id}`}>{m.synthesis_react_there()}</More>
        )}
      </section>
    ))}
  </Row>
);
