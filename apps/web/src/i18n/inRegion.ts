import { getLocale } from "@cahier/schema/runtime";

/** Names of today's regions that are not said with « en ». */
const otherwise: Readonly<Record<string, string>> = {
  "Grand Est": "dans le Grand Est",
  "Hauts-de-France": "dans les Hauts-de-France",
  "Pays de la Loire": "dans les Pays de la Loire",
  "Centre-Val de Loire": "dans le Centre-Val de Loire",
  "La Réunion": "à La Réunion",
  Mayotte: "à Mayotte",
};

/** « en Bretagne », « dans le Grand Est », « à La Réunion »; « in Bretagne ». */
export const inRegion = (name: string) => (getLocale() === "fr" ? (otherwise[name] ?? `en ${name}`) : `in ${name}`);
