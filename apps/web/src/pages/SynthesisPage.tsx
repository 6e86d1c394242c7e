import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { Drawn } from "../features/contribution/Drawn.tsx";
import { SynthesisFiles } from "../features/export/SynthesisFiles.tsx";
import { KeyPointItem } from "../features/keyPoint/KeyPointItem.tsx";
import { CoverageNote } from "../features/objective/CoverageNote.tsx";
import { Verbatim } from "../features/passage/Verbatim.tsx";
import { Reactions } from "../features/reaction/Reactions.tsx";
import { Draw } from "../features/synthesis/Draw.tsx";
import { Sides } from "../features/synthesis/Sides.tsx";
import { Versions } from "../features/synthesis/Versions.tsx";
import type { ParagraphKind, SynthesisPage, SynthesisPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { contentLang } from "../i18n/content.ts";
import { bylineOf } from "../i18n/voices.ts";
import { paths } from "../paths.ts";
import { Card } from "../ui/Card.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { More } from "../ui/More.tsx";
import { Fictional } from "../ui/Notice.tsx";
import { PrintButton } from "../ui/PrintButton.tsx";
import { Quote } from "../ui/Quote.tsx";
import { PageHead, Row, Ruled } from "../ui/Ruled.tsx";
import { ShareButton } from "../ui/ShareButton.tsx";
import { When } from "../ui/When.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<SynthesisPage, SynthesisPageVariables> = gql`
  query SynthesisPage($slug: String!, $seed: Int!, $isDrawn: Boolean!) {
    synthesis(slug: $slug) {
      id
      slug
      title
      state
      publishedAt
      version
      method
      definition
      notHeard
      decisions
      nextSteps
      responsesSince
      fictional
      objective {
        id
        slug
        number
        name
        questionnaire {
          id
          slug
          resultsShown
        }
      }
      paragraphs {
        id
        kind
        text
        keyPoints {
          ...SynthesisPage_keyPoint @unmask
        }
        against {
          ...SynthesisPage_keyPoint @unmask
        }
        passages {
          id
          quote
          contribution {
            id
            authorName
            territory {
              id
              name
            }
          }
        }
      }
      coverage {
        responses
        ...CoverageNote_coverage @unmask
      }
      reactions {
        id
        kind
        ...Reactions_reaction
      }
      ...Versions_synthesis
    }
    draw(synthesis: $slug, seed: $seed) @include(if: $isDrawn) {
      id
      ...Drawn_contribution
    }
  }
  fragment SynthesisPage_keyPoint on KeyPoint {
    id
    passages {
      id
      ...Verbatim_passage
    }
    ...KeyPointItem_keyPoint
  }
  ${KeyPointItem.fragment}
  ${Verbatim.fragment}
  ${CoverageNote.fragment}
  ${Reactions.fragment}
  ${Versions.fragment}
  ${Drawn.fragment}
`;

type Synthesis = NonNullable<SynthesisPage["synthesis"]>;
type Source = Synthesis["paragraphs"][number]["keyPoints"][number];

export const loader = (args: LoaderFunctionArgs) => {
  const seed = seedOf(new URL(args.request.url).searchParams);
  return preload(args, query, { slug: args.params.slug!, seed: seed ?? 0, isDrawn: seed !== null }, "synthesis");
};

/** The seed of the draw an address asks for; null when it asks for none. */
const seedOf = (params: URLSearchParams) => {
  const text = params.get("draw") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

const headings: Record<Exclude<ParagraphKind, "QUOTE">, () => string> = {
  AGREEMENT: m.synthesis_agreement,
  DEBATE: m.synthesis_debate,
  MINORITY: m.synthesis_minority,
  HIGHLIGHT: m.synthesis_highlight,
};

/** The « point d'étape » of an objective: what is agreed, debated, said by few; who was not heard; and the doubt it welcomes. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [params] = useSearchParams();
  const it = data.synthesis!;
  const { objective, publishedAt, definition, reactions, coverage } = it;
  const quotes = it.paragraphs.filter(({ kind }) => kind === "QUOTE");
  const sheets = (data.draw ?? []).map((contribution) => ({
    key: contribution.id,
    content: <Drawn contribution={contribution} />,
  }));
  return (
    <Ruled>
      <PageHead
        margin={publishedAt && <When date={publishedAt} format="short" />}
        note={m.synthesis_version(it)}
        kicker={
          <Link to={paths.objective(objective.slug)}>
            {m.synthesis_kicker(objective)}
            {m.ui_colon()}
            {objective.name}
          </Link>
        }
        title={it.title}
        lang={contentLang()}
        lead={m.synthesis_since({ count: it.responsesSince })}
      >
        <div className="cluster">
          {it.state === "CIRCULATING" && <Chip tone="open">{m.synthesis_CIRCULATING()}</Chip>}
          <ShareButton title={it.title} />
          <PrintButton />
          {objective.questionnaire && objective.questionnaire.resultsShown !== "HIDDEN" && (
            <More to={paths.results(objective.questionnaire.slug)}>{m.result_see()}</More>
          )}
          {it.fictional && <Fictional />}
        </div>
        <SynthesisFiles slug={it.slug} version={it.version} />
      </PageHead>
      {definition && (
        <Row margin={m.synthesis_definition()}>
          <Card tone="now">
            <p className={styles.claim} lang={contentLang()}>
              {definition}
            </p>
          </Card>
        </Row>
      )}
      <Paragraphs paragraphs={it.paragraphs} kind="AGREEMENT" />
      <Paragraphs paragraphs={it.paragraphs} kind="DEBATE" />
      <Paragraphs paragraphs={it.paragraphs} kind="MINORITY" />
      <Paragraphs paragraphs={it.paragraphs} kind="HIGHLIGHT" />
      {quotes.length > 0 && (
        <Row heading={m.synthesis_quotes()}>
          <ul className={styles.wide}>
            {quotes.map(({ id, passages: [passage] }) => (
              <Card as="li" key={id}>
                {passage ? (
                  <Quote
                    big
                    text={passage.quote}
                    where={
                      <Link to={paths.contribution(passage.contribution.id)}>{bylineOf(passage.contribution)}</Link>
                    }
                  />
                ) : (
                  <p className="quiet">{m.synthesis_taken_back()}</p>
                )}
              </Card>
            ))}
          </ul>
        </Row>
      )}
      <Row id="draw" heading={m.synthesis_draw_title()} margin={m.synthesis_doubt()}>
        <Draw slug={it.slug} seed={seedOf(params)} sheets={sheets} />
      </Row>
      <Row heading={m.synthesis_not_heard()}>
        <div className={styles.beside}>
          <List items={it.notHeard} />
          {coverage.responses > 0 && <CoverageNote coverage={coverage} />}
        </div>
      </Row>
      <Row heading={m.synthesis_what_next()}>
        <div className={styles.wide}>
          {[
            { title: m.synthesis_decisions(), items: it.decisions },
            { title: m.synthesis_next(), items: it.nextSteps },
          ].map(
            ({ title, items }) =>
              items.length > 0 && (
                <Card key={title}>
                  <h3>{title}</h3>
                  <List items={items} />
                </Card>
              ),
          )}
        </div>
      </Row>
      <Row heading={m.synthesis_versions()}>
        <Versions synthesis={it} />
      </Row>
      <Row heading={m.reaction_title()} margin={m.reaction_count({ count: reactions.length })}>
        <Reactions subject="SYNTHESIS" subjectId={it.id} reactions={reactions} />
      </Row>
      <Row heading={m.synthesis_method()}>
        <p className="prose" lang={contentLang()}>
          {it.method}
        </p>
      </Row>
    </Ruled>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <div className="prose" lang={contentLang()}>
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </div>
);

/** All the paragraphs of a kind; a debate shows its two sides. */
function Paragraphs({ paragraphs, kind }: Pick<Synthesis, "paragraphs"> & { kind: keyof typeof headings }) {
  const those = paragraphs.filter((paragraph) => paragraph.kind === kind);
  if (!those.length) return null;
  const count = those.length;
  return (
    <Row
      heading={headings[kind]()}
      margin={kind === "DEBATE" ? m.synthesis_debates({ count }) : m.synthesis_points({ count })}
    >
      <div className={kind === "DEBATE" ? "flow" : styles.wide}>
        {those.map(({ id, text, keyPoints, against }) => (
          <Card as="article" key={id}>
            <h3 lang={contentLang()}>{text}</h3>
            {against.length ? (
              <Sides on={<Sources keyPoints={keyPoints} />} against={<Sources keyPoints={against} />} />
            ) : (
              <Sources keyPoints={keyPoints} above={text} />
            )}
          </Card>
        ))}
      </div>
    </Row>
  );
}

const Sources = ({ keyPoints, above }: { keyPoints: readonly Source[]; above?: string }) => (
  <ul>
    {keyPoints.map((keyPoint) => (
      <KeyPointItem keyPoint={keyPoint} above={above} key={keyPoint.id}>
        <Disclosure summary={m.keyPoint_passages_open({ count: keyPoint.passages.length })}>
          <ul className="flow">
            {keyPoint.passages.map((passage) => (
              <Verbatim passage={passage} key={passage.id} />
            ))}
          </ul>
        </Disclosure>
      </KeyPointItem>
    ))}
  </ul>
);
