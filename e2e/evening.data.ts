import { existsSync, readFileSync } from "node:fs";

/** Answer that people coded, with the codes that two of its readers or more gave, the most readers first. */
export interface Coded {
  text: string;
  codes: string[];
}

const sayNothing = ["Idée marquée", "Z Autres", "Sans réponse / Hors sujet / Inclassable"];
const readers = 2;

/** Public answers by question, in the order of the file; none where the file is not there. */
export function readCoded(path: string): Map<string, Coded[]> {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  if (!lines.length) console.log(`${path} is not there: nothing is measured on it.`);
  const rows = lines.map(
    (line) => JSON.parse(line) as { question: string; text: string; annotations: Record<string, number> },
  );
  const questions = Map.groupBy(rows, ({ question }) => question);
  return new Map(
    [...questions].map(([question, of]) => [
      question,
      of.map(({ text, annotations }) => ({
        text,
        codes: Object.entries(annotations)
          .filter(([code, count]) => count >= readers && !sayNothing.includes(code))
          .toSorted((a, b) => b[1] - a[1])
          .map(([code]) => code),
      })),
    ]),
  );
}

/** Words of a text that may be compared: without accents, four letters at least. */
export const plainWords = (text: string): string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? [];
