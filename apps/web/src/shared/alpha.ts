import { getLocale } from "@cahier/schema/runtime";

/** « 0,74 » or “0.74”: a measure of agreement, to two places. */
export const formatAlpha = (alpha: number) => alpha.toFixed(2).replace(".", getLocale() === "fr" ? "," : ".");
