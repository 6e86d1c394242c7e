import { m } from "@cahier/schema/messages";
import { use } from "react";
import { Link } from "react-router-dom";
import { contentLang } from "../../../i18n/content.ts";
import { reactionNames } from "../../../i18n/vocabulary.ts";
import { paths } from "../../../paths.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { When } from "../../../ui/When.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { Review } from "./Review.tsx";
import { kindNames } from "../synthesis.labels.ts";
import type { Version } from "../writing.tsx";
import { OlderReactions, type Reaction, useReactions } from "./useReactions.tsx";
import { AuthorLine } from "../../../shared/AuthorLine.tsx";

/** « Êtes-vous bien cité ? »: the count, then what calls for an act, what distorts first. */
export function Reviews({ version }: { version: Version }) {
  const { asked, answered, faithful, toQualify, distorted } = version.citationCounts;
  return (
    <>
      <p className="writing-figures">
        <b>{m.synthesis_answered({ answered, count: asked })}</b>
        {answered > 0 && <span>{m.synthesis_verdicts({ faithful, toQualify, distorted })}</span>}
      </p>
      <p className="quiet">{m.synthesis_silence()}</p>
      {version.citationReviews.length > 0 && (
        <ul className="writing-reviews">
          {version.citationReviews.map((review) => (
            <Review review={review} version={version} key={review.passageId} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Reactions to the paragraphs, each under its own; then to the whole. */
export function ReactionsByParagraph({ version }: { version: Version }) {
  const { synthesis } = use(DeskContext);
  const { asked, whole, byParagraph } = useReactions();
  const those = version.paragraphs.flatMap(({ id, ...of }) => {
    const reactions = byParagraph.get(id) ?? [];
    return reactions.length > 0 ? [{ id, ...of, reactions }] : [];
  });
  if (asked) return null;
  if (!those.length && !whole.length)
    return <Empty title={m.synthesis_no_reaction()}>{m.synthesis_no_reaction_why()}</Empty>;
  return (
    <div className="flow">
      {those.map(({ id, kind, text, passages, reactions }) => (
        <section className="writing-said" key={id}>
          <h3 lang={contentLang()}>{text || passages[0]?.quote || kindNames[kind]()}</h3>
          <OlderReactions paragraph={id} reactions={reactions} />
          <ul>
            {reactions.map((reaction) => (
              <Said reaction={reaction} key={reaction.id} />
            ))}
          </ul>
          <p>
            <Link to={paths.synthesisWrite(synthesis.slug, { paragraph: id })}>{m.synthesis_to_paragraph()}</Link>
          </p>
        </section>
      ))}
      {whole.length > 0 && (
        <section className="writing-said">
          <h3>{m.synthesis_of_the_whole()}</h3>
          <OlderReactions reactions={whole} />
          <ul>
            {whole.map((reaction) => (
              <Said reaction={reaction} key={reaction.id} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const Said = ({ reaction }: { reaction: Reaction }) => (
  <li>
    <p className="cluster">
      <Chip>{reactionNames[reaction.kind]()}</Chip>
      <span className="quiet">
        <AuthorLine of={reaction} />, <When date={reaction.reactedOn} />
      </span>
    </p>
    <p className="verbatim" lang={contentLang()}>
      {reaction.text}
    </p>
  </li>
);
