import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { HeldWords_text } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { type Mask, piecesOf } from "./masks.ts";
import { heldFor, kindNames, otherNames, partName } from "./moderation.labels.ts";
import styles from "./Moderation.module.css";

const fragment: TypedDocumentNode<HeldWords_text> = gql`
  fragment HeldWords_text on HeldText {
    id
    kind
    givenOn
    status
    because
    reports {
      reason
      count
    }
    reportNotes
    about
    quoted
    path
    ofPart
    ofPage
    ofVersion
    answered
    parts {
      name
      label
      text
    }
    beside {
      label
      text
    }
    others {
      id
      text
      givenOn
      status
    }
  }
`;

interface Props {
  text: FragmentType<HeldWords_text>;
  masks: readonly Mask[];
  /** Words selected in the text, to be masked. */
  onSelect: (masks: Mask[]) => void;
}

/** The words of a text that waits, large, with what they answer and what came with them. */
export function HeldWords({ text, masks, onSelect }: Props) {
  const { data: it } = useSuspenseFragment({ fragment, from: text });
  const [selected, setSelected] = useState<Mask | null>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const select = () => setSelected(selectionIn(words.current!));
    document.addEventListener("selectionchange", select);
    return () => document.removeEventListener("selectionchange", select);
  }, []);
  return (
    <>
      <div className={styles.head}>
        <p className="quiet">
          {kindNames[it.kind]()} · {formatDate(it.givenOn)}
        </p>
        <Chip tone="open">{heldFor(it)}</Chip>
      </div>
      <div className={styles.words} ref={words}>
        {it.parts.map((part) => (
          <div key={part.name}>
            {partName(part) && <p className="quiet">{partName(part)}</p>}
            <p lang={contentLang()} data-part={part.name} className="verbatim">
              {piecesOf(part.text, part.name, masks).map((piece) =>
                piece.masked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
              )}
            </p>
          </div>
        ))}
      </div>
      {selected && (
        <Button
          small
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            onSelect([selected]);
            setSelected(null);
          }}
        >
          {m.moderation_mask_selection()}
        </Button>
      )}
      {it.answered && (
        <p className="quiet">
          {m.moderation_answered()}
          {m.ui_colon()}
          <q lang={contentLang()}>{it.answered}</q>
        </p>
      )}
      {it.reportNotes.length > 0 && (
        <Disclosure summary={m.moderation_report_notes({ count: it.reportNotes.length })}>
          <ul lang={contentLang()}>
            {it.reportNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <dl className={styles.context}>
        {(it.about ?? it.quoted) && (
          <div>
            <dt>{it.kind === "CONTRIBUTION" ? m.moderation_answers() : m.moderation_about()}</dt>
            <dd lang={contentLang()}>
              {it.path && it.about ? <Link to={it.path}>{it.about}</Link> : it.about}
              {it.ofPart && <small> · {partNames[it.ofPart]()}</small>}
              {it.ofPage && <small> · {m.reaction_page_of({ page: it.ofPage, version: it.ofVersion ?? 1 })}</small>}
              {it.quoted && <q className={styles.clamp}>{it.quoted}</q>}
            </dd>
          </div>
        )}
        {it.kind === "CONTRIBUTION" && (
          <div>
            <dt>{m.moderation_beside()}</dt>
            <dd>
              {it.beside.length === 0 ? (
                m.moderation_beside_none()
              ) : (
                <Disclosure summary={m.moderation_beside_count({ count: it.beside.length })}>
                  <dl lang={contentLang()}>
                    {it.beside.map(({ label, text: answer }) => (
                      <div key={label}>
                        <dt className="quiet">{label}</dt>
                        <dd>{answer}</dd>
                      </div>
                    ))}
                  </dl>
                </Disclosure>
              )}
            </dd>
          </div>
        )}
        {it.others && (
          <div>
            <dt>{m.moderation_others()}</dt>
            <dd>
              {it.others.length === 0 ? (
                m.moderation_others_none()
              ) : (
                <Disclosure summary={m.moderation_others_count({ count: it.others.length })}>
                  <ul lang={contentLang()}>
                    {it.others.map((other) => (
                      <li key={other.id}>
                        {other.text}{" "}
                        <small>
                          {[formatDate(other.givenOn), otherNames[other.status]?.()].filter(Boolean).join(" · ")}
                        </small>
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              )}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

HeldWords.fragment = fragment;

/** Words that the browser has selected within one part; null where there are none. */
function selectionIn(within: HTMLElement): Mask | null {
  const range = getSelection()?.rangeCount ? getSelection()!.getRangeAt(0) : null;
  const common = range?.commonAncestorContainer;
  const part = (common instanceof Element ? common : common?.parentElement)?.closest<HTMLElement>("[data-part]");
  if (!range || range.collapsed || !part || !within.contains(part)) return null;
  const before = document.createRange();
  before.setStart(part, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { part: part.dataset.part!, start, end: start + range.toString().length };
}
