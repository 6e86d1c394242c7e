import { m } from "@cahier/schema/messages";
import { differenceOf, shareKept, type Stretch } from "@cahier/schema/text/difference";
import type { ReactNode } from "react";
import { contentLang } from "../i18n/content.ts";

/** Less than this in common, and the marks would cut both texts into crumbs: each is told whole. */
const enoughInCommon = 0.3;

/** One of two wordings: what it is, and its words, part by part; null where it has none, which `none` says. */
export interface Side {
  label: string;
  parts: readonly string[] | null;
  none?: string;
}

interface Props {
  before: Side;
  after: Side;
}

/** Two wordings side by side: on the left what was taken out, on the right what was put in, for the eye and for the ear. */
export function SideBySide({ before, after }: Props) {
  const length = Math.max(before.parts?.length ?? 0, after.parts?.length ?? 0);
  const parts = Array.from({ length }, (_, at) => stretchesOf(before.parts?.[at] ?? "", after.parts?.[at] ?? ""));
  const side = (kind: "out" | "in", { label, parts: own, none }: Side) => (
    <div className="difference-side">
      <small>{label}</small>
      {own ? (
        own.map(
          (text, part) =>
            text && (
              // oxlint-disable-next-line react/no-array-index-key -- parts have a place and nothing else
              <p lang={contentLang()} key={part}>
                {parts[part]!.map(
                  (stretch, at) => (stretch.kind === "same" || stretch.kind === kind) && said(stretch, kind, at),
                )}
              </p>
            ),
        )
      ) : (
        <p className="quiet">{none}</p>
      )}
    </div>
  );
  return (
    <div className="difference-sides">
      {side("out", before)}
      {side("in", after)}
    </div>
  );
}

function stretchesOf(before: string, after: string): Stretch[] {
  const stretches = differenceOf(before, after);
  if (shareKept(stretches) >= enoughInCommon) return stretches;
  const whole: Stretch[] = [
    { kind: "out", text: before, before },
    { kind: "in", text: after, before: after },
  ];
  return whole.filter(({ text }) => text);
}

function said({ kind, text, before }: Stretch, side: "out" | "in", key: number) {
  if (kind === "same") return side === "out" ? before : text;
  const [Mark, begins, ends] =
    kind === "out"
      ? (["del", m.ui_difference_out(), m.ui_difference_out_end()] as const)
      : (["ins", m.ui_difference_in(), m.ui_difference_in_end()] as const);
  // Spaces after a word belong to neither.
  const words = text.trimEnd();
  return (
    <span key={key}>
      <Mark>
        <Aloud>[{begins}] </Aloud>
        {words}
        <Aloud> [{ends}]</Aloud>
      </Mark>
      {text.slice(words.length)}
    </span>
  );
}

const Aloud = ({ children }: { children: ReactNode }) => <span className="visually-hidden">{children}</span>;
