import { Fragment } from "react";
import { contentLang } from "../i18n/content.ts";
import { stretchesOf } from "./inOne.ts";
import { Marked } from "./Marked.tsx";

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
                {parts[part]!.map((stretch, at) => {
                  const key = `${at}`;
                  if (stretch.kind === "same")
                    return <Fragment key={key}>{kind === "out" ? stretch.before : stretch.text}</Fragment>;
                  return stretch.kind === kind && <Marked kind={kind} text={stretch.text} key={key} />;
                })}
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
