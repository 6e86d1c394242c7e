import { Documents } from "../../domain/meet/document/document.entity.ts";
import { content, text } from "../content.ts";
import { templates } from "../templates.ts";
import type { Demo } from "./rows.ts";

/** The day the working papers were ready for, before the first meeting. */
export const templatesReady = "2012-03-12";

/** The day the letter was handed over. */
const written = "2012-06-14";

/** The templates to fill, print and copy, and a letter made from one of them. */
export function documents({ clock, ids, put }: Demo) {
  const groupId = ids.ordered("group");
  if (clock.past(templatesReady))
    put(
      Documents,
      templates().map(({ id, row }) => ({
        id: ids.ordered(id),
        ...row,
        groupId,
        publishedOn: clock.day(templatesReady),
        fictional: true,
      })),
    );
  if (clock.past(written))
    put(Documents, [
      {
        id: ids.ordered("letter"),
        slug: "lettre-commande-publique",
        groupId,
        kind: "PAPER",
        title: "Lettre à un service de la commande publique",
        purpose: "Demander à une commune de publier le calendrier de ses achats, à partir de la proposition 3.",
        audience: "Communes et intercommunalités",
        duration: null,
        version: 1,
        publishedOn: clock.day(written),
        sections: [],
        markdown: letter(),
        fictional: true,
      },
    ]);
}

/** The letter with what was known on the day it was written. */
function letter() {
  const answers = [1, 2, 3, 4].flatMap((number) =>
    content<{ submittedAt: string; territory: { regionCode2012: string } }[]>(`contributions/q${number}.json`).filter(
      ({ submittedAt }) => submittedAt.slice(0, 10) <= written,
    ),
  );
  const regions = new Set(answers.map(({ territory }) => territory.regionCode2012));
  return text("supports/exemple-lettre-interlocuteur.md")
    .replace(/^# .*\n+/, "")
    .replace("De mars à juillet, [120]", `De mars à juin, ${answers.length}`)
    .replace("[27]", String(regions.size))
    .replace(/aux \[7\] personnes/, "aux personnes")
    .replace(/\s+Sources\s*:.*\s*$/, "\n");
}
