import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import { Words } from "../../features/passage/Verbatim.tsx";
import { ParagraphReactions } from "../../features/reaction/ParagraphReactions.tsx";
import { Detail } from "../../features/synthesis/Detail.tsx";
import { Sides } from "../../features/synthesis/Sides.tsx";
import type { ParagraphKind, SynthesisParagraphs_version } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { bylineFragment } from "../../shared/byline.tsx";
import { bylineOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Defined } from "../../shared/Defined.tsx";
import { Claim } from "../../ui/Claim.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { Row } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";

const fragment: TypedDocumentNode<SynthesisParagraphs_version> = gql`
  fragment SynthesisParagraphs_version on SynthesisVersion {
    id
    version
    state
    glossary {
      ...Defined_use @unmask
    }
    paragraphs {
      id
      kind
      text
      html
      reactionCounts {
        support
        complete
        qualify
        question
        source
      }
      keyPoints {
        ...SynthesisParagraphs_keyPoint @unmask
      }
      against {
        ...SynthesisParagraphs_keyPoint @unmask
      }
      passages {
        id
        quote
        contribution {
          ...Byline_contribution @unmask
        }
      }
    }
  }
  fragment SynthesisParagraphs_keyPoint on KeyPoint {
    id
    passages {
      quote
      contribution {
        ...Cited_contribution @unmask
        region {
          id
        }
      }
    }
    ...KeyPointItem_keyPoint
  }
  ${KeyPointItem.fragment}
  ${Defined.fragment}
  ${Words.fragment}
  ${bylineFragment}
`;

type Version = SynthesisParagraphs_version;
type Paragraph = Version["paragraphs"][number];

const headings: Record<Exclude<ParagraphKind, "QUOTE">, () => string> = {
  AGREEMENT: m.synthesis_agreement,
  DEBATE: m.synthesis_debate,
  MINORITY: m.synthesis_minority,
  HIGHLIGHT: m.synthesis_highlight,
};

interface Props {
  slug: string;
  version: Version;
}

/** In the order of the page. */
const kinds = ["AGREEMENT", "DEBATE", "MINORITY", "HIGHLIGHT"] as const;

/** Paragraphs of a version, part by part, each with its sources and its reactions. */
export function SynthesisParagraphs({ slug, version }: Props) {
  const parts = kinds.map((kind) => ({ kind, those: version.paragraphs.filter((it) => it.kind === kind) }));
  const shown = parts.flatMap(({ those }) => those);
  const proofs = proofsOf(shown.flatMap(({ keyPoints, against }) => [passagesOf(keyPoints), passagesOf(against)]));
  const proofOf = new Map(shown.map(({ id }, at) => [id, { on: proofs[2 * at]!, against: proofs[2 * at + 1]! }]));
  return (
    <>
      {parts.map(
        ({ kind, those }) =>
          those.length > 0 && (
            <Row
              heading={headings[kind]()}
              margin={
                kind === "DEBATE"
                  ? m.synthesis_debates({ count: those.length })
                  : m.synthesis_points({ count: those.length })
              }
              key={kind}
            >
              <div>
                {those.map((paragraph) => {
                  const Shown = paragraph.against.length ? Debate : Point;
                  const proof = proofOf.get(paragraph.id)!;
                  return <Shown slug={slug} version={version} paragraph={paragraph} proof={proof} key={paragraph.id} />;
                })}
              </div>
            </Row>
          ),
      )}
      <Quotes slug={slug} version={version} />
    </>
  );
}

SynthesisParagraphs.fragment = fragment;

type Passages = Paragraph["keyPoints"][number]["passages"];

interface Shown extends Props {
  paragraph: Paragraph;
  /** Words that stand beside it: of its two sides, for a debate. */
  proof: { on: Passages; against: Passages };
}

const passagesOf = (keyPoints: Paragraph["keyPoints"]) => keyPoints.flatMap(({ passages }) => passages);

/** A point, two of the passages it stands on beside it. */
function Point({ slug, version, paragraph, proof }: Shown) {
  const { id, text, html, keyPoints } = paragraph;
  return (
    <Claim
      as="article"
      id={id}
      said={
        <>
          <h3 className={styles.point} lang={contentLang()}>
            <Defined text={text} uses={version.glossary} of={id} />
          </h3>
          {html && <Detail html={html} />}
        </>
      }
      proof={<Proof passages={proof.on} />}
    >
      <Sources keyPoints={keyPoints} above={text} />
      <Said slug={slug} version={version} paragraph={paragraph} about={text} />
    </Claim>
  );
}

/** A debate: its two sides, each with a passage that speaks for it. */
function Debate({ slug, version, paragraph, proof }: Shown) {
  const { id, text, html, keyPoints, against } = paragraph;
  return (
    <article className={styles.debate} id={id}>
      <h3 className={styles.point} lang={contentLang()}>
        <Defined text={text} uses={version.glossary} of={id} />
      </h3>
      {html && <Detail html={html} />}
      <Sides
        on={<Sources keyPoints={keyPoints} proof={proof.on.slice(0, 1)} />}
        against={<Sources keyPoints={against} proof={proof.against.slice(0, 1)} />}
      />
      <Said slug={slug} version={version} paragraph={paragraph} about={text} />
    </article>
  );
}

/** Words cited as they are; those whose author took them back leave their place. */
function Quotes({ slug, version }: Props) {
  const quotes = version.paragraphs.filter(({ kind }) => kind === "QUOTE");
  if (!quotes.length) return null;
  return (
    <Row heading={m.synthesis_quotes()}>
      <ul className={styles.wide}>
        {quotes.map((paragraph) => {
          const [passage] = paragraph.passages;
          const about = passage?.quote ?? m.synthesis_taken_back();
          return (
            <Card
              as="li"
              id={paragraph.id}
              foot={<Said slug={slug} version={version} paragraph={paragraph} about={about} />}
              key={paragraph.id}
            >
              {passage ? (
                <Quote
                  big
                  text={passage.quote}
                  where={<Link to={paths.contribution(passage.contribution.id)}>{bylineOf(passage.contribution)}</Link>}
                />
              ) : (
                <p className="quiet">{m.synthesis_taken_back()}</p>
              )}
              {paragraph.html && <Detail html={paragraph.html} />}
            </Card>
          );
        })}
      </ul>
    </Row>
  );
}

const Said = ({ slug, version, paragraph, about }: Omit<Shown, "proof"> & { about: string }) => (
  <ParagraphReactions
    slug={slug}
    version={version.version}
    paragraphId={paragraph.id}
    counts={paragraph.reactionCounts}
    about={about}
    closed={version.state === "SUPERSEDED"}
    elsewhere={<More to={paths.synthesisReactions(slug, paragraph.id)}>{m.reaction_on_page()}</More>}
  />
);

interface SourcesProps {
  keyPoints: Paragraph["keyPoints"];
  /** Text shown above them. */
  above?: string;
  /** Passages that stand under them. */
  proof?: Passages;
}

const Sources = ({ keyPoints, above, proof = [] }: SourcesProps) => (
  <>
    <ul>
      {keyPoints.map((keyPoint) => (
        <KeyPointItem keyPoint={keyPoint} above={above} key={keyPoint.id}>
          <Disclosure summary={m.keyPoint_passages_open({ count: keyPoint.passages.length })}>
            <ul className="flow">
              {keyPoint.passages.map((passage) => (
                <Words passage={passage} key={`${passage.contribution.id} ${passage.quote}`} />
              ))}
            </ul>
          </Disclosure>
        </KeyPointItem>
      ))}
    </ul>
    <Proof passages={proof} />
  </>
);
