import { Editor } from "@tiptap/core";
import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { alike } from "../../../ui/rebase.ts";
import { type Cited, sayGone, type WordsOf } from "../publication/citation.ts";
import { documentOf, extensions, markdownOf } from "./markdown.ts";
import { Toolbar } from "./Toolbar.tsx";

export interface Inserting {
  insert: (cited: Cited) => void;
}

interface Props {
  id: string;
  label: string;
  describedBy?: string;
  invalid?: boolean;
  /** Markdown, with citations as addresses between angle brackets. */
  value: string;
  onChange: (markdown: string) => void;
  wordsOf: WordsOf;
  /** Opens the list of what can be cited. */
  onCite: () => void;
  /** Once it is there, how to put a citation where one writes; null when it goes. */
  onReady: (inserting: Inserting | null) => void;
}

sayGone(m.synthesis_taken_back);

/** Editor of long text: bold, lists, quotations and live citations, kept as Markdown. Tab leaves it. */
export function MarkdownEditor({ id, label, describedBy, invalid, value, onChange, wordsOf, onCite, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const written = useRef(value);
  const onWritten = useEffectEvent((markdown: string) => {
    written.current = markdown;
    onChange(markdown);
  });
  const words = useEffectEvent(wordsOf);
  const ready = useEffectEvent(onReady);
  const first = useEffectEvent(() => documentOf(value));

  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: extensions((cited) => words(cited)),
      content: first(),
      // The policy of the site lets no script write a style.
      injectCSS: false,
      editorProps: {
        // A list would keep Tab for itself, and whoever writes by keyboard in it.
        handleDOMEvents: { keydown: (_, event) => event.key === "Tab" },
      },
      onUpdate: ({ editor: now }) => onWritten(markdownOf(now.getJSON())),
    });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, []);

  useEffect(() => {
    if (!editor) return;
    const attributes = {
      id,
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      class: "writing-text prose",
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(invalid && { "aria-invalid": "true" }),
    };
    const { editorProps } = editor.options;
    editor.setOptions({ editorProps: { ...editorProps, attributes } });
  }, [editor, id, label, describedBy, invalid]);

  // Takes a value from outside: saved by somebody else, or chosen between two.
  useEffect(() => {
    if (!editor || alike(value, written.current)) return;
    written.current = value;
    editor.commands.setContent(documentOf(value), { emitUpdate: false });
  }, [editor, value]);

  useEffect(() => {
    if (!editor) return undefined;
    ready({
      insert: ({ kind, id: cited }) =>
        editor
          .chain()
          .focus()
          .insertContent([
            { type: "citation", attrs: { kind, id: cited } },
            { type: "text", text: " " },
          ])
          .run(),
    });
    return () => ready(null);
  }, [editor]);

  return (
    <div className="writing-editor" data-invalid={invalid || undefined}>
      {editor && <Toolbar editor={editor} label={m.synthesis_toolbar({ what: label })} controls={id} onCite={onCite} />}
      <div ref={place} />
    </div>
  );
}

export default MarkdownEditor;
