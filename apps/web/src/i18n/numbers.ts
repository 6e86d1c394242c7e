import { getLocale } from "@cahier/schema/runtime";

/** « 9 278 » or “9,278”: put together here, since the spaces differ from one engine to another. */
export const formatNumber = (value: number) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, getLocale() === "fr" ? "\u202f" : ",");

/** A share, from 0 to 1, as « 12 % ». */
export const formatShare = (share: number) => `${Math.round(share * 100)}${getLocale() === "fr" ? "\u202f" : ""}%`;
