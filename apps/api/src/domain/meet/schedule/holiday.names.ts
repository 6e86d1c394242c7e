import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Instances } from "../../ground/instance/instance.entity.ts";
import { onlyLanguage } from "../../ground/instance/instance.queries.ts";
import { Holidays } from "./schedule.entity.ts";

/** Names of the holidays that come with every instance, in both languages. */
const names: Record<Language, string>[] = [
  { fr: "Vacances de la Toussaint", en: "Autumn holidays" },
  { fr: "Vacances de Noël", en: "Christmas holidays" },
  { fr: "Vacances d’hiver", en: "Winter holidays" },
  { fr: "Vacances de printemps", en: "Spring holidays" },
  { fr: "Vacances d’été", en: "Summer holidays" },
];

/** Names these holidays in the one language of an instance, in French where it has both: those worded otherwise stay. */
export async function nameHolidays({ db }: Transaction, instanceId: string) {
  const { languages } = await db.findOneByOrFail(Instances, { id: instanceId });
  const to = onlyLanguage[languages] ?? "fr";
  const from = to === "en" ? "fr" : "en";
  for (const name of names) await db.update(Holidays, { name: name[from] }, { name: name[to] });
}
