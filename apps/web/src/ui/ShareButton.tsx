import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { useCopy } from "./useCopy.ts";

interface Props {
  /** The path of the page, without the language; the current one when left out. */
  url?: string;
  title: string;
  children?: ReactNode;
}

/** Hands an address over to the device's own way of sharing, or copies it where there is none. */
export function ShareButton({ url, title, children }: Props) {
  const { copied, refused, copy } = useCopy();
  const address = () => (url ? new URL(url, location.href).href : location.href);
  const share = () =>
    navigator.share ? navigator.share({ title, url: address() }).catch(() => undefined) : copy(address());
  return (
    <span className="cluster no-print scripted">
      <Button small onClick={() => void share()}>
        <Icon name="share" size={17} />
        {children ?? m.ui_share()}
      </Button>
      <output>
        {copied && m.ui_link_copied()}
        {refused && m.ui_share_refused({ address: address() })}
      </output>
    </span>
  );
}
