import { codeTyped } from "@cahier/schema/text/code";
import { forgetLink, keepLink, type OwnLink, useLinks } from "../../shared/ownLinks.ts";
import { deviceValue, keepOnDevice } from "../../ui/device.ts";

/** A response that was sent from this device: enough to find it again, nothing of what it says. */
export interface KeptReceipt extends OwnLink {
  questionnaireId: string;
  slug: string;
  title: string;
  receivedOn: string;
}

/** The receipts kept on this device, the last one first; none while the page comes from the API. */
export const useReceipts = () => useLinks<KeptReceipt>("receipts");

/** Keeps a receipt on this device; false when the device keeps nothing. */
export const keepReceipt = (receipt: KeptReceipt) => keepLink("receipts", receipt);

/** Takes a receipt off this device: the response stays, and its code still leads to it. */
export const forgetReceipt = (code: string) => forgetLink("receipts", code);

const seen = "citations-seen";

/** The cited passages whose author came back already, on this device. */
export function seenCitations(): Set<string> {
  try {
    return new Set(JSON.parse(deviceValue(seen) ?? "[]") as string[]);
  } catch {
    return new Set();
  }
}

/** Remembers that an author has seen these of their passages cited. */
export const citationsSeen = (passageIds: readonly string[]) =>
  keepOnDevice(seen, JSON.stringify([...new Set([...seenCitations(), ...passageIds])]));

/**
 * A code as somebody typed it: any spaces and dashes, small letters, and the signs that are taken for one another.
 * Null when it cannot be one.
 */
export function readCode(typed: string): string | null {
  const read = codeTyped(typed.replace(/[^0-9A-Za-z]/g, "").replace(/U/gi, "V"));
  return read.state === "WHOLE" ? read.characters.match(/.{4}/g)!.join("-") : null;
}
