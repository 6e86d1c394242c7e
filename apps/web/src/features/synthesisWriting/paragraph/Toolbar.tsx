import type { Editor } from "@tiptap/core";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { Icon } from "../../../ui/Icon.tsx";

interface Tool {
  name: string;
  label: () => string;
  sign: string;
  on?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    name: "bold",
    label: m.synthesis_tool_bold,
    sign: "G",
    on: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    label: m.synthesis_tool_italic,
    sign: "I",
    on: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "list",
    label: m.synthesis_tool_list,
    sign: "•",
    on: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "numbers",
    label: m.synthesis_tool_numbers,
    sign: "1.",
    on: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "quotation",
    label: m.synthesis_tool_quotation,
    sign: "»",
    on: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: "undo", label: m.synthesis_tool_undo, sign: "↶", run: (editor) => editor.chain().focus().undo().run() },
  { name: "redo", label: m.synthesis_tool_redo, sign: "↷", run: (editor) => editor.chain().focus().redo().run() },
];

/** Commands of the editor: ordinary buttons, each reached by Tab. */
export function Toolbar({
  editor,
  label,
  controls,
  onCite,
}: {
  editor: Editor;
  label: string;
  controls: string;
  onCite: () => void;
}) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const changed = () => redraw((count) => count + 1);
    editor.on("transaction", changed);
    return () => void editor.off("transaction", changed);
  }, [editor]);
  return (
    <fieldset className="writing-toolbar" aria-label={label}>
      {tools.map(({ name, label: labelOf, sign, on, run }) => (
        <button
          type="button"
          className={`writing-tool writing-tool-${name}`}
          aria-label={labelOf()}
          title={labelOf()}
          aria-pressed={on?.(editor)}
          aria-controls={controls}
          onClick={() => run(editor)}
          key={name}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <button type="button" className="writing-tool writing-tool-cite" onClick={onCite} aria-haspopup="dialog">
        <Icon name="speech" size={18} />
        {m.synthesis_tool_cite()}
      </button>
    </fieldset>
  );
}
