import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import type { EntityManager } from "typeorm";
import type { KeyPointColor, Language } from "../../../graphql/resolvers.generated.ts";
import type { KeyPoint } from "../../understand/keyPoint/keyPoint.entity.ts";
import type { Cell, Column, Kind, Table } from "../../../platform/files/cell.ts";
import { passagesOf } from "./keyPoints.queries.ts";
import { type Code, qdc } from "./qdc.ts";

/** As the site shows them on paper. */
const colors: Record<KeyPointColor, string> = {
  BLUE: "#2C4A8C",
  OCHRE: "#7A4F00",
  PLUM: "#87305A",
  GREEN: "#0E5A43",
  RED: "#A9352B",
  GREY: "#474E6B",
};

/** The key points of an objective as a codebook: what stands under what, and one set for each nature. */
export function codebookFile(keyPoints: readonly KeyPoint[], locale: Language): string {
  const ids = new Set(keyPoints.map(({ id }) => id));
  // A key point whose parent is not exported becomes a root.
  const under = Map.groupBy(keyPoints, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null));
  const codes = (parentId: string | null): Code[] =>
    (under.get(parentId) ?? []).map((it) => ({
      id: it.id,
      name: it.sentence,
      color: it.color && colors[it.color],
      description: descriptionOf(it, locale),
      codes: codes(it.id),
    }));
  const sets = Object.entries(natureNames).map(([nature, name]) => ({
    name: name({}, { locale }),
    codeIds: keyPoints.filter((it) => it.nature === nature).map(({ id }) => id),
  }));
  return qdc(codes(null), sets);
}

/** Description of a code: one text that joins definition, inclusions, exclusions, example, nature and state. */
function descriptionOf(
  { shortName, phoneName, definition, included, excluded, example, nature, state }: KeyPoint,
  locale: Language,
) {
  const parts = [
    shortName && m.export_code_short_name({ text: shortName }, { locale }),
    phoneName && m.export_code_phone_name({ text: phoneName }, { locale }),
    definition,
    included && m.export_code_included({ text: included }, { locale }),
    excluded && m.export_code_excluded({ text: excluded }, { locale }),
    example && m.export_code_example({ text: example }, { locale }),
    m.export_code_nature({ nature: natureNames[nature]({}, { locale }) }, { locale }),
    state === "WORKING" && m.export_code_working({}, { locale }),
  ];
  return parts.filter(Boolean).join("\n\n");
}

const column = (key: string, kind: Kind, label: string): Column => ({ key, kind, label });

/** The passages of key points, one row a passage and key point: no name, and no place nearer than the region. */
export function passagesTable(
  db: EntityManager,
  keyPoints: readonly KeyPoint[],
  { origin, language: locale }: { origin: string; language: Language },
): Table {
  return {
    name: m.export_passages({}, { locale }),
    columns: [
      column("passage", "code", m.export_passage({}, { locale })),
      column("quote", "words", m.export_quote({}, { locale })),
      column("keyPoint", "code", m.export_key_point({}, { locale })),
      column("keyPointNumber", "number", m.export_key_point_number({}, { locale })),
      column("sentence", "words", m.export_key_point_sentence({}, { locale })),
      column("nature", "code", m.export_key_point_nature({}, { locale })),
      column("state", "code", m.export_key_point_state({}, { locale })),
      column("questionnaire", "code", m.export_about_title({}, { locale })),
      column("question", "code", m.export_book_question({}, { locale })),
      column("channel", "code", m.export_channel({}, { locale })),
      column("region", "code", m.export_region_code({}, { locale })),
      column("regionName", "words", m.export_region({}, { locale })),
      column("appearance", "code", m.export_appearance({}, { locale })),
      column("contribution", "code", m.export_contribution({}, { locale })),
      column("contributionRevision", "number", m.export_text_revision({}, { locale })),
      column("address", "code", m.export_text_address({}, { locale })),
      column("madeElsewhere", "words", m.openData_column_madeElsewhere({}, { locale })),
    ],
    rows: (async function* () {
      const told = new Map(keyPoints.map((it) => [it.id, it]));
      for await (const rows of passagesOf(db, keyPoints))
        yield rows.map((it): Cell[] => {
          const { id, number, sentence, nature, state } = told.get(it.keyPointId)!;
          return [
            it.passageId,
            it.quote,
            id,
            number,
            sentence,
            nature,
            state,
            it.questionnaire,
            it.question,
            it.channel,
            it.region,
            it.regionName,
            it.appearance,
            it.contributionId,
            it.contributionRevision,
            permalink(origin, it),
            it.madeElsewhere,
          ];
        });
    })(),
  };
}

/** Address of a passage in its contribution: the end of its id is enough to find it there. */
export const permalink = (origin: string, it: { contributionId: string; passageId: string }) =>
  `${origin}/contributions/${it.contributionId}#passage-${it.passageId.slice(-12)}`;
