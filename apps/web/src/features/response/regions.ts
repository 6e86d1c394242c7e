import { getLocale } from "@cahier/schema/runtime";

const plural = new Set(["Hauts-de-France", "Pays de la Loire"]);
const masculine = new Set(["Centre-Val de Loire", "Grand Est"]);

/** « de Bretagne », « du Grand Est », « d'Occitanie »; “from Bretagne”. */
export function fromRegion(name: string) {
  if (getLocale() !== "fr") return `from ${name}`;
  if (plural.has(name)) return `des ${name}`;
  if (masculine.has(name)) return `du ${name}`;
  return /^[AEIOUYÎÉ]/.test(name) ? `d’${name}` : `de ${name}`;
}
