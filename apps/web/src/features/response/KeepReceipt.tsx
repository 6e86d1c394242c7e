import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { forgetReceipt, keepReceipt, type KeptReceipt, useReceipts } from "./receipts.ts";

/** Keeps a code on this device, or forgets it on somebody else's machine. */
export function KeepReceipt({ receipt }: { receipt: KeptReceipt }) {
  const kept = useReceipts().some(({ code }) => code === receipt.code);
  return (
    <p className="cluster no-print">
      <Button small onClick={() => void (kept ? forgetReceipt(receipt.code) : keepReceipt(receipt))}>
        {kept ? m.response_forget() : m.response_keep()}
      </Button>
      <output className="quiet">{kept ? m.response_is_kept() : m.response_is_not_kept()}</output>
    </p>
  );
}
