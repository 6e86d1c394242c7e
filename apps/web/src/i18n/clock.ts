import { getLocale } from "@cahier/schema/runtime";

/** « 14 h 32 », at the clock of the device: when a draft was saved on it. */
export function clockTime(instant: string) {
  const at = new Date(instant);
  const minutes = String(at.getMinutes()).padStart(2, "0");
  return getLocale() === "fr" ? `${at.getHours()}\u00a0h\u00a0${minutes}` : `${at.getHours()}:${minutes}`;
}
