import { m } from "@cahier/schema/messages";
import { limits } from "@cahier/schema/limits";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextArea } from "../TextArea.tsx";
import { linesOf, type PastedList } from "./pasted.ts";

/** The most options, rows or columns of a question. */
export const mostChoices = 200;

/** Result of a pasted list: the number added, and each line left out, with the reason. */
export function PastedNotice({ pasted: { lines, twice, long, beyond } }: { pasted: PastedList }) {
  const left = twice.length + long.length + beyond > 0;
  return (
    <Notice tone={left ? "warn" : "done"} live>
      <p>{m.questionnaireWriting_pasted({ count: lines.length })}</p>
      {twice.length > 0 && <p>{m.questionnaireWriting_pasted_twice({ lines: quoted(twice) })}</p>}
      {long.length > 0 && (
        <p>{m.questionnaireWriting_pasted_long({ max: limits["option.label"], lines: quoted(long) })}</p>
      )}
      {beyond > 0 && <p>{m.questionnaireWriting_pasted_beyond({ max: mostChoices, count: beyond })}</p>}
    </Notice>
  );
}

/** The first of them, and how many more there are. */
function quoted(lines: readonly string[]) {
  const shown = lines.slice(0, 12).map((line) => m.questionnaireWriting_quoted({ line }));
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [m.questionnaireWriting_and_more({ count: more })] : [])].join(", ");
}

/** A field for a list that was written elsewhere: one thing a line. */
export function PasteList({ name, onPaste }: { name: string; onPaste: (text: string) => PastedList }) {
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<PastedList | null>(null);
  const count = linesOf(text).length;
  return (
    <>
      <Disclosure summary={m.questionnaireWriting_paste()}>
        <div className="questionnaireWriting-stack">
          <TextArea
            name={`${name}-pasted`}
            data-local
            label={m.questionnaireWriting_paste_lines()}
            help={m.questionnaireWriting_paste_help()}
            rows={4}
            value={text}
            onChange={setText}
          />
          <Button
            small
            disabled={count === 0}
            onClick={() => {
              setPasted(onPaste(text));
              setText("");
            }}
          >
            {m.questionnaireWriting_paste_add({ count })}
          </Button>
        </div>
      </Disclosure>
      {pasted && <PastedNotice pasted={pasted} />}
    </>
  );
}
