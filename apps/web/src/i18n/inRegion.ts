import { getLocale } from "@cahier/schema/runtime";

/** Names of today's regions of France that are not said with « en » and « de ». */
const otherwise: Readonly<Record<string, readonly [where: string, from: string]>> = {
  "Grand Est": ["dans le Grand Est", "du Grand Est"],
  "Hauts-de-France": ["dans les Hauts-de-France", "des Hauts-de-France"],
  "Pays de la Loire": ["dans les Pays de la Loire", "des Pays de la Loire"],
  "Centre-Val de Loire": ["dans le Centre-Val de Loire", "du Centre-Val de Loire"],
  "La Réunion": ["à La Réunion", "de La Réunion"],
  Mayotte: ["à Mayotte", "de Mayotte"],
};

/** « en Bretagne », « dans le Grand Est », « à La Réunion »; « in Bretagne ». Elsewhere than in France no article is known. */
export function inRegion(name: string, france: boolean) {
  if (getLocale() !== "fr") return `in ${name}`;
  return france ? (otherwise[name]?.[0] ?? `en ${name}`) : `pour «\u00a0${name}\u00a0»`;
}

/** « de Bretagne », « du Grand Est », « d’Occitanie »; “from Bretagne”. */
export function fromRegion(name: string, france: boolean) {
  if (getLocale() !== "fr") return `from ${name}`;
  if (!france) return `de «\u00a0${name}\u00a0»`;
  return otherwise[name]?.[1] ?? (/^[AEIOUYÎÉ]/.test(name) ? `d’${name}` : `de ${name}`);
}
