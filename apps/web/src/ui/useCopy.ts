import { useState } from "react";

/** Copies a text, and knows whether the browser allowed it: one may refuse it to a page, and refuses it without TLS. */
export function useCopy() {
  const [copied, setCopied] = useState<boolean>();
  const copy = async (text: string) => setCopied(await written(text));
  return { copied, refused: copied === false, copy };
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenAsBefore(text);
  }
}

/** The way of before `navigator.clipboard`, which needs no TLS. */
function writtenAsBefore(text: string): boolean {
  let given = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    given = true;
  };
  document.addEventListener("copy", give);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done && given;
}
