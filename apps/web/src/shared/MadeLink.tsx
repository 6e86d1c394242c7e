import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { useHref } from "react-router-dom";
import { useOrigin } from "../frame/instance.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** A link that was just made: shown this once. */
export function MadeLink({ token, mailed }: { token: string; mailed: boolean | null }) {
  const address = useOrigin() + useHref(`/invitations/${token}`);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div tabIndex={-1} ref={place}>
      <Notice tone="done" live>
        <p>
          {m.role_link_made()} {mailed && m.role_link_mailed()}
        </p>
        <p>
          <code>{address}</code>
        </p>
        <CopyButton text={address} />
      </Notice>
    </div>
  );
}
