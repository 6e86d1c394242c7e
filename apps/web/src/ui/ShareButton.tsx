import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface Props {
  /** The path of the page, without the language; the current one when left out. */
  url?: string;
  title: string;
  children?: ReactNode;
}

/** Hands an address over to the device's own way of sharing, or copies it where there is none. */
export function ShareButton({ url, title, children }: Props) {
  const [copied, setCopied] = useState(false);
  const share = async () => {
    const address = url ? new URL(url, location.href).href : location.href;
    if (navigator.share) return navigator.share({ title, url: address }).catch(() => undefined);
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <span className="cluster no-print scripted">
      <Button small onClick={() => void share()}>
        <Icon name="share" size={17} />
        {children ?? m.ui_share()}
      </Button>
      <output>{copied && m.ui_link_copied()}</output>
    </span>
  );
}
