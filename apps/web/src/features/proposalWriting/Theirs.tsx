import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import sheet from "../../ui/difference.css?url";
import { Notice } from "../../ui/Notice.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { Style } from "../../ui/Style.tsx";
import { contentLang } from "../../i18n/content.ts";

/** Text somebody else saved meanwhile, beside the one typed here, which stays in its field. */
export const Theirs = ({ text }: { text: string }) => (
  <Notice tone="warn">
    <p>{m.reading_theirs()}</p>
    <blockquote lang={contentLang()}>{text}</blockquote>
    <p>{m.reading_theirs_what()}</p>
  </Notice>
);

interface Props {
  /** Name of the field, where a form has several. */
  label?: string;
  theirs: string;
  mine: string;
  /** Puts words into the field, to be read again and saved. */
  onChoose: (words: string) => void;
}

/**
 * Both texts side by side, and a choice that may be changed as long as nothing is saved: what one typed is kept here as
 * it was when the save was refused.
 */
export function BothTexts({ label, theirs, mine: typed, onChoose }: Props) {
  const [mine] = useState(typed);
  const of = label && <span className="visually-hidden">{`${m.ui_colon()}${label}`}</span>;
  return (
    <Notice tone="warn" live>
      <Style href={sheet} />
      <div className="flow">
        <p>{m.reading_theirs()}</p>
        {label && (
          <p>
            <b>{label}</b>
          </p>
        )}
        <SideBySide
          before={{ label: m.reading_theirs_side(), parts: [theirs] }}
          after={{ label: m.reading_mine_side(), parts: [mine] }}
        />
        <div className="cluster">
          <Button small onClick={() => onChoose(theirs)}>
            {m.reading_theirs_take()}
            {of}
          </Button>
          <Button small onClick={() => onChoose(mine)}>
            {m.reading_mine_keep()}
            {of}
          </Button>
          <Button small onClick={() => onChoose(`${theirs} ${mine}`)}>
            {m.reading_both_keep()}
            {of}
          </Button>
        </div>
        <p>{m.reading_both_what()}</p>
      </div>
    </Notice>
  );
}
