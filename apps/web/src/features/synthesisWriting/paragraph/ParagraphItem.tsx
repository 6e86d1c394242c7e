import { m } from "@cahier/schema/messages";
import { type FocusEvent, type ReactNode, use, useEffect, useRef, useState } from "react";
import type { ParagraphKind } from "../../../graphql/operations.generated.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { kindNames } from "../synthesis.labels.ts";
import { ParagraphForm } from "./ParagraphForm.tsx";
import { ParagraphRead } from "./ParagraphRead.tsx";
import { SaveState } from "../SaveState.tsx";
import { useParagraph } from "./useParagraph.ts";
import type { Paragraph } from "../writing.tsx";
import { isWritten, type ParagraphFields } from "./paragraphFields.ts";

interface Props {
  id: string;
  kind: ParagraphKind;
  /** As it was saved last; null while it was not, and once somebody took it out. */
  paragraph: Paragraph | null;
  /** Somebody took it out while something was being written in it. */
  gone: boolean;
  place: number;
  count: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onMove: (by: -1 | 1) => void;
  /** Takes it out. */
  onRemove: () => void;
  /** Says whether something in it is not saved. */
  onDirty: (id: string, dirty: boolean) => void;
  /** Begins it again under another id, as it stands here. */
  onAgain: (fields: ParagraphFields) => void;
}

/** A paragraph, read or edited. Its unsaved text lives here, open or not. */
export function ParagraphItem({
  id,
  kind,
  paragraph,
  gone,
  place,
  count,
  open,
  onOpen,
  onMove,
  onRemove,
  ...tell
}: Props) {
  const { say } = use(DeskContext);
  const name = m.synthesis_place({ kind: kindNames[kind](), place, count });
  const saving = useParagraph(id, kind, name, paragraph);
  const { dirty, mine, save, state, failure } = saving;
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLElement>(null);

  const { onDirty } = tell;
  useEffect(() => onDirty(id, dirty), [id, dirty, onDirty]);

  // A choice in the other column changes the paragraph without focus: it is saved all the same.
  const waits = dirty && !gone && state === "typed" && isWritten(mine);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => !box.current?.contains(document.activeElement) && void save(), 1_500);
    return () => clearTimeout(timer);
  });

  const leave = (event: FocusEvent<HTMLElement>) => {
    const to = event.relatedTarget;
    if (event.currentTarget.contains(to) || to?.closest("dialog")) return;
    if (dirty && isWritten(mine) && !gone) void save();
  };
  const close = () => {
    if (dirty && isWritten(mine) && !gone) void save();
    onOpen(false);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-open]")?.focus());
  };
  const saveNow = () => {
    setAsked(true);
    void save();
  };
  const move = (by: -1 | 1) => {
    onMove(by);
    say(m.synthesis_said_moved({ place: place + by, count }));
  };

  let body: ReactNode = null;
  if (gone)
    body = (
      <div className="writing-differences">
        <h4>{m.synthesis_gone_title()}</h4>
        <p>{m.synthesis_gone_lead()}</p>
        <p className="verbatim">{mine.text}</p>
        <p className="cluster">
          <Button
            small
            onClick={() => {
              saving.revert();
              tell.onAgain(mine);
            }}
          >
            {m.synthesis_gone_again()}
          </Button>
          <Button
            small
            onClick={() => {
              saving.revert();
              onRemove();
            }}
          >
            {m.synthesis_gone_let()}
          </Button>
        </p>
      </div>
    );
  else if (open) body = <ParagraphForm saving={saving} id={id} summary={asked} onSave={saveNow} onClose={close} />;
  else body = <ParagraphRead fields={mine} paragraph={paragraph} />;

  return (
    <article className="writing-paragraph" id={`paragraph-${id}`} data-open={open || undefined} ref={box}>
      <div role="presentation" className="writing-inner" onBlur={leave}>
        <div className="writing-head">
          <h4>{name}</h4>
          <SaveState
            state={state}
            failure={failure}
            missing={dirty && !isWritten(mine) ? m.synthesis_needs_sentence() : null}
          />
          <span className="writing-acts">
            <Act icon="up" label={m.synthesis_move_up({ what: name })} off={place === 1} onPress={() => move(-1)} />
            <Act
              icon="down"
              label={m.synthesis_move_down({ what: name })}
              off={place === count}
              onPress={() => move(1)}
            />
            <Act icon="cross" label={m.synthesis_remove({ what: name })} onPress={onRemove} />
          </span>
        </div>
        {body}
        {!open && !gone && (
          <p>
            <Button small data-open="" onClick={() => onOpen(true)}>
              <Icon name="pen" size={16} /> {m.synthesis_write()}
              <span className="visually-hidden">{`${m.ui_colon()}${name}`}</span>
            </Button>
          </p>
        )}
      </div>
    </article>
  );
}

/** An act of a sign; where it would do nothing it says so, rather than losing the focus. */
const Act = ({
  icon,
  label,
  off = false,
  onPress,
}: {
  icon: "up" | "down" | "cross";
  label: string;
  off?: boolean;
  onPress: () => void;
}) => (
  <button
    className="views-icon"
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={off || undefined}
    onClick={() => !off && onPress()}
  >
    <Icon name={icon} size={18} />
  </button>
);
