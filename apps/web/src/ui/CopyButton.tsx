import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

/** Copies a text, and says that it did. */
export function CopyButton({ text, children }: { text: string; children?: ReactNode }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <span className="cluster no-print scripted">
      <Button small onClick={() => void copy()}>
        <Icon name={copied ? "tick" : "copy"} size={17} />
        {children ?? m.ui_copy()}
      </Button>
      <output>{copied && m.ui_copied()}</output>
    </span>
  );
}
