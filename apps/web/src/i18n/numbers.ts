import { getLocale } from "@cahier/schema/runtime";

/** « 9 278 » or “9,278”: put together here, since the spaces differ from one engine to another. */
export const formatNumber = (value: number) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, getLocale() === "fr" ? "\u202f" : ",");

/** « 0,62 » or “0.62”. */
export const formatDecimal = (value: number) =>
  getLocale() === "fr" ? String(value).replace(".", ",") : String(value);

/** « 12 000 € » or “€12,000”. */
export const formatEuros = (euros: number) =>
  getLocale() === "fr" ? `${formatNumber(euros)}\u00a0€` : `€${formatNumber(euros)}`;

/** A share, from 0 to 1, as « 12 % »; « < 1 % » for what is little but not nothing. */
export function formatShare(share: number) {
  const space = getLocale() === "fr" ? "\u202f" : "";
  return share > 0 && share < 0.005 ? `<${space}1${space}%` : `${Math.round(share * 100)}${space}%`;
}

interface Shares {
  share: number;
  populationShare: number | null;
}

/** The share of one among responses and in the population, in words. */
export const sharesOf = ({ share, populationShare }: Shares) => ({
  share: formatShare(share),
  population: formatShare(populationShare ?? 0),
});

/** The same of all the others. */
export const outsideOf = ({ share, populationShare }: Shares) =>
  sharesOf({ share: 1 - share, populationShare: 1 - (populationShare ?? 0) });
