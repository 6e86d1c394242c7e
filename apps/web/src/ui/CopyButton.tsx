import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { useCopy } from "./useCopy.ts";

/** Copies a text that stands on the page, and says that it did, or that the browser refused. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const { copied, refused, copy } = useCopy();
  return (
    <span className="cluster no-print scripted">
      <Button small onClick={() => void copy(text)}>
        <Icon name={copied ? "tick" : "copy"} size={17} />
        {children ?? m.ui_copy()}
      </Button>
      <output>
        {copied && m.ui_copied()}
        {refused && m.ui_copy_refused()}
      </output>
    </span>
  );
}
