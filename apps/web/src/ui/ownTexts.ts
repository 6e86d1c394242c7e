import { shelf } from "./shelf.ts";
import { whose } from "./whose.ts";

/** Names of what the person who is signed in has begun to write on this device. */
export function ownTexts(device = shelf): string[] {
  const sign = whose();
  try {
    return sign ? Object.keys(device.storage()).filter((name) => name.split(":")[0]!.endsWith(`@${sign}`)) : [];
  } catch {
    return [];
  }
}
