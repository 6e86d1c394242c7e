import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { SlideIn } from "../../features/contribution/SlideIn.tsx";
import { proofsOf } from "../../features/passage/proof.ts";
import { Words } from "../../features/passage/Verbatim.tsx";
import { Detail } from "../../features/synthesis/Detail.tsx";
import type { ParagraphKind, SynthesisParagraphs_version } from "../../graphql/operations.generated.ts";
import { bylineFragment } from "../../shared/byline.tsx";
import { paths } from "../../paths.ts";
import { Follow } from "../../ui/Follow.tsx";
import { Fold, Line } from "../../ui/Part.tsx";
import { Defined } from "../../shared/Defined.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { Debate, Highlight, passagesOf, Point, Said } from "./SynthesisPoint.tsx";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

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
    passages: firstPassages {
      quote
      contribution {
        ...Cited_contribution @unmask
        region {
          id
        }
      }
    }
    ...KeyPointItem_keyPoint @unmask
  }
  ${KeyPointItem.fragment}
  ${Defined.fragment}
  ${Words.fragment}
  ${bylineFragment}
`;

type Version = SynthesisParagraphs_version;

const headings: Record<Exclude<ParagraphKind, "QUOTE">, () => string> = {
  AGREEMENT: m.synthesis_agreement,
  DEBATE: m.synthesis_debate,
  MINORITY: m.synthesis_minority,
  HIGHLIGHT: m.synthesis_highlight,
};

interface Props {
  slug: string;
  version: Version;
  /** Voices that figures are out of; null where there is no such whole. */
  outOf: number | null;
  /** Rows that follow, beside the same contents. */
  children: ReactNode;
}

/** In the order of the page. */
const kinds = ["AGREEMENT", "DEBATE", "MINORITY", "HIGHLIGHT"] as const;

/** The rule that puts a point under its heading. */
const rules: Partial<Record<ParagraphKind, () => string>> = {
  AGREEMENT: m.synthesis_rule_AGREEMENT,
  DEBATE: m.synthesis_rule_DEBATE,
  MINORITY: m.synthesis_rule_MINORITY,
};

/** Name of a part in the address. */
const anchor = (kind: ParagraphKind) => kind.toLowerCase();

/** Paragraphs of a version, part by part, each with its sources and its reactions. */
export function SynthesisParagraphs({ slug, version, outOf, children }: Props) {
  const parts = kinds
    .map((kind) => ({ kind, those: version.paragraphs.filter((it) => it.kind === kind) }))
    .filter(({ those }) => those.length > 0);
  const shown = parts.flatMap(({ those }) => those);
  const proofs = proofsOf(shown.flatMap(({ keyPoints, against }) => [passagesOf(keyPoints), passagesOf(against)]));
  const proofOf = new Map(shown.map(({ id }, at) => [id, { on: proofs[2 * at]!, against: proofs[2 * at + 1]! }]));
  const contents = [
    ...parts.map(({ kind, those }) => ({ to: `#${anchor(kind)}`, words: `${headings[kind]()} ${those.length}` })),
    { to: "#positions", words: m.minority_title() },
    { to: "#now", words: m.proposal_now() },
  ];
  return (
    <Follow contents={contents}>
      <SlideIn>
        {parts.map(({ kind, those }) => (
          <Row id={anchor(kind)} heading={headings[kind]()} aside={rules[kind]?.()} key={kind}>
            <div>
              {those.map((paragraph) => {
                const Shown = paragraph.against.length ? Debate : kind === "HIGHLIGHT" ? Highlight : Point;
                const proof = proofOf.get(paragraph.id)!;
                return (
                  <Shown
                    slug={slug}
                    version={version}
                    outOf={outOf}
                    paragraph={paragraph}
                    proof={proof}
                    key={paragraph.id}
                  />
                );
              })}
            </div>
          </Row>
        ))}
      </SlideIn>
      {children}
    </Follow>
  );
}

SynthesisParagraphs.fragment = fragment;

/** Words cited as they are; those whose author took them back leave their place. */
export function Quotes({ slug, version }: Pick<Props, "slug" | "version">) {
  const quotes = version.paragraphs.filter(({ kind }) => kind === "QUOTE");
  if (!quotes.length) return null;
  return (
    <Fold heading={m.synthesis_quotes()} note={quotes.length} holds={quotes.map(({ id }) => id)}>
      <ul>
        {quotes.map((paragraph) => {
          const [passage] = paragraph.passages;
          const about = passage?.quote ?? m.synthesis_taken_back();
          return (
            <Line id={paragraph.id} key={paragraph.id}>
              {passage ? (
                <Quote
                  text={passage.quote}
                  where={
                    <Link to={paths.contribution(passage.contribution.id)}>
                      <AuthorLine of={passage.contribution} />
                    </Link>
                  }
                />
              ) : (
                <p className="quiet">{m.synthesis_taken_back()}</p>
              )}
              {paragraph.html && <Detail html={paragraph.html} />}
              <Said slug={slug} version={version} paragraph={paragraph} about={about} />
            </Line>
          );
        })}
      </ul>
    </Fold>
  );
}
