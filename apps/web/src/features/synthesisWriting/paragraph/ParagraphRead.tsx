import { m } from "@cahier/schema/messages";
import { use } from "react";
import { contentLang } from "../../../i18n/content.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { citedIn } from "../publication/citation.ts";
import { DeskContext } from "../SynthesisDesk.ts";
import type { ParagraphFields } from "./paragraphFields.ts";
import type { Paragraph } from "../writing.tsx";

/** A paragraph as it stands here, saved or not. */
export function ParagraphRead({ fields, paragraph }: { fields: ParagraphFields; paragraph: Paragraph | null }) {
  const { wordsOf } = use(DeskContext);
  const { kind, text, detail, keyPointIds, againstIds, passageIds } = fields;
  const { support = 0, complete = 0, qualify = 0 } = paragraph?.reactionCounts ?? {};
  const reactions = support + complete + qualify;
  const saved = paragraph?.html && (paragraph.detail ?? "").trim() === detail.trim();
  const inText = new Set(citedIn(detail).map(({ id }) => id));
  const beside = passageIds.filter((id) => !inText.has(id));
  return (
    <div className="writing-read">
      {text && (
        <p className="writing-claim" lang={contentLang()}>
          {text}
        </p>
      )}
      {!text && kind !== "QUOTE" && <p className="quiet">{m.synthesis_needs_sentence()}</p>}
      {kind === "DEBATE" ? (
        <>
          <Points ids={keyPointIds} side={m.synthesis_for()} />
          <Points ids={againstIds} side={m.synthesis_against()} />
        </>
      ) : (
        <Points ids={keyPointIds} />
      )}
      {saved ? (
        // The API makes it, with every tag that somebody typed shown as text.
        <div className="prose" lang={contentLang()} dangerouslySetInnerHTML={{ __html: paragraph.html! }} />
      ) : (
        detail && <p className="verbatim">{detail}</p>
      )}
      {beside.map((id) => {
        const found = wordsOf({ kind: "passage", id });
        return (
          <blockquote className="writing-quote" lang={contentLang()} key={id}>
            {found ? found.words : m.synthesis_taken_back()}
            {found && <cite>{found.label}</cite>}
          </blockquote>
        );
      })}
      {reactions > 0 && (
        <p>
          <Chip tone="open">{m.synthesis_reactions({ count: reactions })}</Chip>
        </p>
      )}
    </div>
  );
}

/** The key points it rests on, by name; a side of a debate without any says so. */
function Points({ ids, side }: { ids: readonly string[]; side?: string }) {
  const { wordsOf } = use(DeskContext);
  if (!ids.length && !side) return null;
  const names = ids.map((id) => wordsOf({ kind: "keyPoint", id })?.label ?? m.synthesis_taken_back());
  return (
    <p className="quiet">
      <b>{`${side ?? m.synthesis_rests_on()}${m.ui_colon()}`}</b>
      {names.join(", ") || m.synthesis_side_empty()}
    </p>
  );
}
