import { headsOf, namesOf } from "@cahier/schema/fields";
import { m } from "@cahier/schema/messages";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { fold } from "../../../platform/text/fold.ts";
import type { Term } from "../../ground/theme/theme.entity.ts";
import { stages } from "./initiative.sheet.ts";

type Column = keyof typeof initiativeFields | "territory" | "place" | "since";

/** Accepted column names, folded; those of the printed sheet come first. */
const names = {
  ...headsOf(initiativeFields),
  place: ["ou", "lieu", "where"],
  territory: ["departement", "territoire", "region", "department", "territory"],
  since: ["depuis quand a quelle etape"],
} satisfies Record<Column, readonly string[]>;

/** Column heads of the blank table, in the order of the printed sheet. */
export const modelColumns = [
  ...[
    "Nom de l’initiative",
    "Commune",
    "Département",
    "Domaine",
    "Depuis quand",
    "À quelle étape",
    "Type de structure",
  ],
  ...["En une phrase", "Qui échange quoi avec qui ?"],
] as const;

export const modelColumnsAfterCriteria = [
  ...["Résultats constatés", "Freins rencontrés", "Ce qui a débloqué", "Ce qui ne marche pas", "Ce qu’il lui faudrait"],
  ...["Peut-on la refaire ailleurs ?", "Sources", "Accord de l’initiative"],
] as const;

const stageWords: Record<string, string[]> = {
  IDEA: ["idee", "idea"],
  START: ["demarrage", "debut", "start"],
  RUNNING: ["activite", "en activite", "en route", "running"],
  GROWING: ["developpement", "en developpement", "growing"],
  STOPPED: ["arret", "arretee", "stopped"],
};

/** Names under which pages ask for a field, folded: a refusal says them, so that a column may bear them too. */
const asked = new Map(
  namesOf(initiativeFields).flatMap((name) =>
    (["fr", "en"] as const).map((locale) => [fold(m[`initiative_field_${name}`]({}, { locale })), name] as const),
  ),
);

/** Maps columns to fields of a sheet or to criteria, and lists the unknown ones. */
export function columnsIn(columns: Iterable<string>, criteria: Term[]) {
  const of = new Map<Column, string>();
  const scores = new Map<string, string>();
  const unknown: string[] = [];
  for (const column of columns) {
    const folded = fold(column);
    const field =
      (Object.keys(names) as Column[]).find((name) => (names[name] as readonly string[]).includes(folded)) ??
      asked.get(folded);
    const criterion = criteria.find(({ key, label, labelEn }) =>
      [key, label, labelEn].some((word) => fold(word) === folded),
    );
    if (field && !of.has(field)) of.set(field, column);
    else if (criterion) scores.set(criterion.key, column);
    else if (folded) unknown.push(column);
  }
  return { of, scores, unknown };
}

/** Key of a word in a closed list, however it is written; an unknown word comes back as it is, to be refused. */
export function keyOf(terms: Term[], said: string): string {
  const folded = fold(said);
  return (
    terms.find(({ key, label, labelEn }) => [key, label, labelEn].some((word) => fold(word) === folded))?.key ?? said
  );
}

/** « Démarrage », « START ». */
export const stageOf = (said: string) =>
  stages.find((stage) => stage === said || stageWords[stage]!.includes(fold(said))) ?? said;

/** A cell of several lines, or parted by « | ». */
export const linesOf = (cell: string) =>
  cell
    .split(/\n|\s\|\s/)
    .map((line) => line.replace(/^\s*[-•–]\s+/, "").trim())
    .filter(Boolean);

/** « 3 », « 3 : un fait », « 3 (un fait) »: a score and what is behind it; null where nothing is said. */
export function scoreOf(cell: string): { score: number; reason: string | null } | null {
  const said = cell.trim();
  if (!said) return null;
  const found = /^(\d+)\s*(?:\/\s*3)?\s*[:,–—(-]?(.*)$/s.exec(said);
  if (!found) return { score: Number.NaN, reason: cell };
  return { score: Number(found[1]), reason: found[2]!.replace(/\)$/, "").trim() || null };
}

/** « Vertmare-sur-Lys, Nord », « Vertmare-sur-Lys (59) »: a town and its department. */
export function placeOf(cell: string): { town: string; department: string } {
  const said = cell.trim();
  const comma = said.lastIndexOf(",");
  const bracket = said.endsWith(")") ? said.lastIndexOf("(") : -1;
  const parts = (at: number, end?: number) => ({
    town: said.slice(0, at).trim(),
    department: said.slice(at + 1, end).trim(),
  });
  if (bracket >= 0 && (comma < 0 || bracket < comma)) return parts(bracket, -1);
  return comma >= 0 ? parts(comma) : { town: "", department: said };
}
