import { gql, type TypedDocumentNode } from "@apollo/client";
import { firstReactions } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ReactionCard } from "../../features/reaction/ReactionCard.tsx";
import { type Reacted, reactionCount, ReactionList } from "../../features/reaction/ReactionList.tsx";
import { olderOf, reactionsBefore } from "../../features/synthesis/olderReactions.ts";
import type { SynthesisReactionsPage, SynthesisReactionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<SynthesisReactionsPage, SynthesisReactionsPageVariables> = gql`
  query SynthesisReactionsPage(
    $slug: String!
    $subject: ReactionSubject = SYNTHESIS
    $of: ID = ""
    $before: ID = ""
    $through: Boolean = false
    $older: Boolean = false
  ) {
    synthesis(slug: $slug) {
      id
      slug
      title
      version
      fictional
      reactions(first: 40) @skip(if: $older) {
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
          reactions(first: 40) @skip(if: $older) {
            id
            kind
            hiddenFor
            ...Reactions_reaction
          }
        }
      }
    }
    olderReactions(subject: $subject, subjectId: $of, before: $before, through: $through, first: 40)
      @include(if: $older) {
      id
      kind
      hiddenFor
      ...Reactions_reaction
    }
  }
  ${ReactionCard.fragment}
`;

type Synthesis = NonNullable<SynthesisReactionsPage["synthesis"]>;
type Version = Synthesis["versions"][number];
type Paragraph = Version["paragraphs"][number];

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug!, ...olderOf(new URL(args.request.url).searchParams) }, "synthesis");

/** Reactions to a synthesis: by paragraph, by version, then to the whole; or older ones to one of these. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.synthesis!;
  return (
    <Ruled>
      <PageHead
        kicker={<TitleLink to={paths.synthesis(it.slug)}>{it.title}</TitleLink>}
        title={m.reaction_title()}
        tab={m.synthesis_reactions_title(it)}
        lead={m.synthesis_reactions_lead()}
      >
        {it.fictional && <Fictional />}
      </PageHead>
      {data.olderReactions ? <Older synthesis={it} reactions={data.olderReactions} /> : <All synthesis={it} />}
    </Ruled>
  );
}

function All({ synthesis: it }: { synthesis: Synthesis }) {
  const versions = it.versions
    .filter(({ state }) => state !== "DRAFT")
    .map((version) => ({ ...version, paragraphs: version.paragraphs.filter(({ reactions }) => reactions?.length) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const whole = it.reactions ?? [];
  return (
    <>
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
      {whole.length > 0 && (
        <Row heading={m.synthesis_reactions_whole()} margin={reactionCount(whole, firstReactions)} id="whole">
          <Reacting slug={it.slug} subject="SYNTHESIS" subjectId={it.id} reactions={whole} />
        </Row>
      )}
    </>
  );
}

const OfVersion = ({ slug, version }: { slug: string; version: Version }) => (
  <Row heading={m.synthesis_version(version)} margin={countOf(version)}>
    {version.paragraphs.map(({ reactions = [], ...paragraph }) => (
      <section className="flow" id={paragraph.id} key={paragraph.id}>
        <h3 lang={contentLang()}>{wordsOf(paragraph)}</h3>
        <Reacting slug={slug} subject="SYNTHESIS_PARAGRAPH" subjectId={paragraph.id} reactions={reactions} />
        {version.state !== "SUPERSEDED" && (
          <More to={`${paths.synthesisVersion(slug, version.version)}#${paragraph.id}`}>
            {m.synthesis_react_there()}
          </More>
        )}
      </section>
    ))}
  </Row>
);

/** Number of reactions to the paragraphs of a version; left out while some of them wait to be asked for. */
function countOf({ paragraphs }: Version) {
  const counts = paragraphs.map(({ reactions = [] }) => reactions.length);
  if (counts.some((count) => count >= firstReactions)) return undefined;
  return m.reaction_count({ count: counts.reduce((sum, count) => sum + count, 0) });
}

/** Words that are reacted to: those of a paragraph, or those that it cites. */
const wordsOf = ({ text, passages }: Pick<Paragraph, "text" | "passages">) =>
  text || (passages[0] ? m.synthesis_quote_of({ quote: passages[0].quote }) : m.synthesis_taken_back());

function Reacting({ slug, ...reacted }: Reacted & { slug: string }) {
  const kind = reacted.subject === "SYNTHESIS" ? "whole" : "paragraph";
  const older = (before: string) => reactionsBefore(slug, kind, reacted.subjectId, before);
  return <ReactionList {...reacted} first={firstReactions} older={older} />;
}

/** Older reactions to the whole or to a paragraph, and the way back to the newest. */
function Older({ synthesis: it, reactions }: { synthesis: Synthesis; reactions: Reacted["reactions"] }) {
  const { of = "", subject = "SYNTHESIS" } = olderOf(useSearchParams()[0]);
  const paragraph = it.versions.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === of);
  const isOfIt = paragraph !== undefined || of === it.id;
  return (
    <Row heading={paragraph ? <span lang={contentLang()}>{wordsOf(paragraph)}</span> : m.synthesis_reactions_whole()}>
      {isOfIt && <Reacting slug={it.slug} subject={subject} subjectId={of} reactions={reactions} />}
      <More to={paths.synthesisReactions(it.slug, paragraph ? of : "whole")} icon="up">
        {m.ui_first_page()}
      </More>
    </Row>
  );
}
