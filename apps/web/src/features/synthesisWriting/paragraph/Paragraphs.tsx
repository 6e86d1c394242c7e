import { m } from "@cahier/schema/messages";
import { type ReactNode, use, useCallback, useEffect, useState } from "react";
import type { ParagraphKind } from "../../../graphql/operations.generated.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import { useAct } from "../../../ui/useAct.ts";
import { moveParagraph, removeParagraph } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import type { useFresh } from "../fresh.ts";
import { addNames, kindHeadings } from "../synthesis.labels.ts";
import { ParagraphItem } from "./ParagraphItem.tsx";
import { kinds, type Paragraph, type Version } from "../writing.tsx";

interface Props {
  version: Version;
  /** The one that is being written. */
  openId: string | null;
  onOpen: (id: string | null) => void;
  fresh: ReturnType<typeof useFresh>;
}

interface Shown {
  id: string;
  kind: ParagraphKind;
  paragraph: Paragraph | null;
  gone: boolean;
}

/** The parts of a version, by kind; one at a time is open. All stand in one list, so that nothing typed goes with a move. */
export function Paragraphs({ version, openId, onOpen, fresh }: Props) {
  const { say, hold, refresh } = use(DeskContext);
  const moving = useAct(moveParagraph);
  const removing = useAct(removeParagraph);
  const [asked, setAsked] = useState<Paragraph | null>(null);
  const [dirty, setDirty] = useState<ReadonlySet<string>>(new Set());
  const [known, forget] = useKnown(version.paragraphs);
  const { list, drop } = fresh;

  // Once saved, a new one is among the others.
  const there = new Set(version.paragraphs.map(({ id }) => id));
  useEffect(() => list.forEach(({ id }) => there.has(id) && drop(id)));

  const lost = [...dirty].flatMap((id) => (there.has(id) ? [] : (known.get(id) ?? [])));
  const shown: Shown[] = [
    ...version.paragraphs.map((paragraph) => ({ id: paragraph.id, kind: paragraph.kind, paragraph, gone: false })),
    ...lost.map((paragraph) => ({ id: paragraph.id, kind: paragraph.kind, paragraph, gone: true })),
    ...list
      .filter(({ id }) => !there.has(id) && !known.has(id))
      .map(({ id, kind }) => ({ id, kind, paragraph: null, gone: false })),
  ];

  const onDirty = useCallback((id: string, is: boolean) => {
    setDirty((now) => {
      if (now.has(id) === is) return now;
      const next = new Set(now);
      if (is) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);

  const move = (those: readonly Shown[], index: number, by: -1 | 1) => {
    const before = by < 0 ? those[index - 2] : those[index + 1];
    const first = version.paragraphs.findIndex(({ kind }) => kind === those[index]!.kind);
    const afterId = before?.id ?? version.paragraphs[first - 1]?.id ?? null;
    void hold(moving.run({ id: those[index]!.id, afterId }));
  };
  const remove = async ({ id, edit }: Paragraph) => {
    setAsked(null);
    const done = await hold(removing.run({ id, edit }));
    // Refused, or removed already: the answer tells nothing of the others.
    if (!done?.synthesis) refresh();
    if (!done) return;
    onDirty(id, false);
    say(m.synthesis_said_removed());
  };
  const problems = [...moving.problems, ...removing.problems];

  return (
    <div className="writing-list">
      <Failed because={moving.failed ?? removing.failed} />
      {problems.length > 0 && (
        <Notice tone="warn" live>
          {problems.map(problemSentence).join(" ")}
        </Notice>
      )}
      {kinds.flatMap((kind): ReactNode[] => {
        const those = shown.filter((one) => one.kind === kind);
        return [
          <h3 key={`${kind}-heading`}>{kindHeadings[kind]()}</h3>,
          ...those.map(({ id, paragraph, gone }, index) => (
            <ParagraphItem
              id={id}
              kind={kind}
              paragraph={paragraph}
              gone={gone}
              place={index + 1}
              count={those.length}
              open={openId === id}
              onOpen={(open) => {
                if (open) return onOpen(id);
                if (!paragraph && !dirty.has(id)) drop(id);
                return onOpen(null);
              }}
              onMove={(by) => paragraph && move(those, index, by)}
              onRemove={() => {
                if (paragraph && !gone) return setAsked(paragraph);
                forget(id);
                onDirty(id, false);
                return drop(id);
              }}
              onDirty={onDirty}
              onAgain={(fields) => {
                forget(id);
                onDirty(id, false);
                onOpen(fresh.add(fields.kind, fields));
              }}
              key={id}
            />
          )),
          <p key={`${kind}-add`}>
            <Button small onClick={() => onOpen(fresh.add(kind))}>
              <Icon name="plus" size={16} /> {addNames[kind]()}
            </Button>
          </p>,
        ];
      })}
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={m.synthesis_remove_title()}>
        <div className="flow">
          {asked?.text && <p className="verbatim">{asked.text}</p>}
          <p>{m.synthesis_remove_lead()}</p>
          <p className="cluster">
            <Button primary onClick={() => asked && void remove(asked)}>
              {m.synthesis_remove_do()}
            </Button>
            <Button onClick={() => setAsked(null)}>{m.synthesis_remove_keep()}</Button>
          </p>
        </div>
      </Dialog>
    </div>
  );
}

/** The paragraphs that this page has seen: somebody may take one out while something is being written in it. */
function useKnown(paragraphs: readonly Paragraph[]) {
  const [seen, setSeen] = useState<readonly Paragraph[]>([]);
  const [known, setKnown] = useState<ReadonlyMap<string, Paragraph>>(new Map());
  if (seen !== paragraphs) {
    setSeen(paragraphs);
    setKnown(new Map([...known, ...paragraphs.map((one) => [one.id, one] as const)]));
  }
  const forget = (id: string) => setKnown((now) => new Map([...now].filter(([one]) => one !== id)));
  return [known, forget] as const;
}
