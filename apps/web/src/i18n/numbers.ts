import { getLocale } from "@cahier/schema/runtime";

/** « 9 278 » or “9,278”: put together here, since the spaces differ from one engine to another. */
export const formatNumber = (value: number) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, getLocale() === "fr" ? "\u202f" : ",");

/** « 12 000 € » or “€12,000”. */
export const formatEuros = (euros: number) =>
  getLocale() === "fr" ? `${formatNumber(euros)}\u00a0€` : `€${formatNumber(euros)}`;

/** A share, from 0 to 1, as « 12 % »; « < 1 % » for what is little but not nothing. */
export function formatShare(share: number) {
  const space = getLocale() === "fr" ? "\u202f" : "";
  return share > 0 && share < 0.005 ? `<${space}1${space}%` : `${Math.round(share * 100)}${space}%`;
}
