import { m } from "@cahier/schema/messages";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { Proof } from "../../features/passage/Proof.tsx";
import { Words } from "../../features/passage/Verbatim.tsx";
import { ParagraphReactions } from "../../features/reaction/ParagraphReactions.tsx";
import { Detail } from "../../features/synthesis/Detail.tsx";
import { figuresPlace } from "../../features/synthesis/place.ts";
import { Sides } from "../../features/synthesis/Sides.tsx";
import type { SynthesisParagraphs_version } from "../../graphql/operations.generated.ts";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions, peopleOutOf } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Defined } from "../../shared/Defined.tsx";
import { Claim } from "../../ui/Claim.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Beside } from "../../ui/Part.tsx";
import { Strokes } from "../../ui/Strokes.tsx";
import styles from "./Synthesis.module.css";
import { Of } from "../../shared/Of.tsx";

type Version = SynthesisParagraphs_version;
type Paragraph = Version["paragraphs"][number];

/** Passages of a key point that are brought: its page has all of them. */
const together = 20;

type Passages = Paragraph["keyPoints"][number]["passages"];

export interface PointProps {
  slug: string;
  version: Version;
  /** Voices that figures are out of; null where there is no such whole. */
  outOf: number | null;
  paragraph: Paragraph;
  /** Words that stand beside it: of its two sides, for a debate. */
  proof: { on: Passages; against: Passages };
}

export const passagesOf = (keyPoints: Paragraph["keyPoints"]) => keyPoints.flatMap(({ passages }) => passages);

/** A point, two of the passages it stands on beside it. */
export function Point({ slug, version, outOf, paragraph, proof }: PointProps) {
  const { id, text, keyPoints } = paragraph;
  return (
    <Claim
      as="article"
      id={id}
      said={
        <>
          <Text version={version} paragraph={paragraph} />
          <Figures paragraph={paragraph} outOf={outOf} />
        </>
      }
      proof={<Proof passages={proof.on} />}
    >
      <All keyPoints={keyPoints} own={ownOf(paragraph)} outOf={outOf} />
      <Said slug={slug} version={version} paragraph={paragraph} about={text} />
    </Claim>
  );
}

/** A debate: its two sides, each with a passage that speaks for it. */
export function Debate({ slug, version, outOf, paragraph, proof }: PointProps) {
  const { id, text, keyPoints, against } = paragraph;
  const side = (those: Paragraph["keyPoints"], words: Passages) => (
    <>
      <div className={styles.side}>
        <KeyPoints keyPoints={those} outOf={outOf} />
      </div>
      <Proof passages={words.slice(0, 1)} />
    </>
  );
  return (
    <article className={styles.debate} id={id}>
      <Text version={version} paragraph={paragraph} />
      <Sides on={side(keyPoints, proof.on)} against={side(against, proof.against)} />
      <div className={styles.acts}>
        <BothSides on={keyPoints} against={against} />
        <Said slug={slug} version={version} paragraph={paragraph} about={text} />
      </div>
    </article>
  );
}

/** Another point worth keeping: its sentence and, on its line, its figures; its words one press away. */
export function Highlight({ slug, version, outOf, paragraph }: PointProps) {
  const { id, text, keyPoints } = paragraph;
  return (
    <article className={styles.highlight} id={id}>
      <Text version={version} paragraph={paragraph} />
      <div className={styles.bar}>
        <Figures paragraph={paragraph} outOf={outOf} />
      </div>
      <div className={styles.acts}>
        <All keyPoints={keyPoints} own={ownOf(paragraph)} outOf={outOf} />
        <Said slug={slug} version={version} paragraph={paragraph} about={text} />
      </div>
    </article>
  );
}

/** The sentence of a paragraph, its detail, and where the figures alone would not put it there, who did. */
const Text = ({ version, paragraph }: Pick<PointProps, "version" | "paragraph">) => (
  <>
    <h3 className={styles.point} lang={contentLang()}>
      <Defined text={paragraph.text} uses={version.glossary} of={paragraph.id} />
    </h3>
    {paragraph.html && <Detail html={paragraph.html} />}
    {!figuresPlace(paragraph) && <p className="quiet">{m.synthesis_placed()}</p>}
  </>
);

export const Said = ({ slug, version, paragraph, about }: Omit<PointProps, "proof" | "outOf"> & { about: string }) => (
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

interface KeyPointsProps {
  keyPoints: Paragraph["keyPoints"];
  /** Text shown above them. */
  above?: string;
  outOf: number | null;
}

const KeyPoints = ({ keyPoints, above, outOf }: KeyPointsProps) => (
  <ul>
    {keyPoints.map((keyPoint) => (
      <KeyPointItem keyPoint={keyPoint} above={above} outOf={outOf} key={keyPoint.id} />
    ))}
  </ul>
);

/** The key point that a paragraph says word for word, if it rests on no other. */
const ownOf = ({ text, keyPoints: [first, ...others] }: Paragraph) =>
  first && others.length === 0 && first.sentence === text ? first : null;

/** Number of people who say a point: a stroke each, out of all who answered. Its words are in the link beside. */
function Figures({ paragraph, outOf }: Pick<PointProps, "paragraph" | "outOf">) {
  const own = ownOf(paragraph);
  if (!own) return <KeyPoints keyPoints={paragraph.keyPoints} above={paragraph.text} outOf={outOf} />;
  return outOf ? <Strokes value={own.peopleCount} max={outOf} /> : null;
}

interface AllProps {
  keyPoints: Paragraph["keyPoints"];
  /** The key point that the paragraph says: its figures open its words. */
  own: Paragraph["keyPoints"][number] | null;
  outOf: number | null;
}

/** The words a point stands on, one press away. */
function All({ keyPoints, own, outOf }: AllProps) {
  const { length: count } = passagesOf(keyPoints);
  const opens = m.keyPoint_passages_open({ count });
  if (count === 0) return own && <p>{peopleAndRegions(own)}</p>;
  const summary = own && (
    <>
      {outOf ? peopleOutOf(own, outOf) : peopleAndRegions(own)}
      <span className="visually-hidden">{`${m.ui_colon()}${opens}`}</span>
    </>
  );
  return (
    <Disclosure
      summary={
        <>
          {summary ?? opens}
          <Of>{keyPoints[0]!.sentence.slice(0, 60)}</Of>
        </>
      }
    >
      {own && <Link to={paths.keyPoint(own.id)}>{m.keyPoint_number(own)}</Link>}
      <List keyPoints={keyPoints} />
    </Disclosure>
  );
}

/** The words of the two sides of a debate, one press away, each under what it says. */
function BothSides({ on, against }: { on: Paragraph["keyPoints"]; against: Paragraph["keyPoints"] }) {
  const { length: count } = passagesOf([...on, ...against]);
  const side = (name: string, those: Paragraph["keyPoints"]) => (
    <section>
      <h4>{name}</h4>
      {those.map((keyPoint) => (
        <div className="flow" key={keyPoint.id}>
          <Link lang={contentLang()} to={paths.keyPoint(keyPoint.id)}>
            {keyPoint.sentence}
          </Link>
          <List keyPoints={[keyPoint]} />
        </div>
      ))}
    </section>
  );
  return (
    count > 0 && (
      <Disclosure
        summary={
          <>
            {m.keyPoint_passages_open({ count })}
            <Of>{(on[0] ?? against[0])!.sentence.slice(0, 60)}</Of>
          </>
        }
      >
        <Beside>
          {side(m.synthesis_for(), on)}
          {side(m.synthesis_against(), against)}
        </Beside>
      </Disclosure>
    )
  );
}

/** Words of key points, the first twenty of each, and the way to all of them. */
const List = ({ keyPoints }: { keyPoints: Paragraph["keyPoints"] }) => (
  <>
    <ul className="flow">
      {passagesOf(keyPoints).map((passage) => (
        <Words passage={passage} key={`${passage.contribution.id} ${passage.quote}`} />
      ))}
    </ul>
    {keyPoints
      .filter(({ passages }) => passages.length >= together)
      .map((keyPoint) => (
        <More to={paths.keyPoint(keyPoint.id)} key={keyPoint.id}>
          {m.keyPoint_passages_all(keyPoint)}
        </More>
      ))}
  </>
);
