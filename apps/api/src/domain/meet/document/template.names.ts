import { readFileSync } from "node:fs";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Instances } from "../../ground/instance/instance.entity.ts";
import { onlyLanguage } from "../../ground/instance/instance.queries.ts";
import { Documents } from "./document.entity.ts";

/** Sentences of the templates that come with every instance, in English, by the French ones. */
const english = JSON.parse(readFileSync(new URL("./templates.en.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;
const words: Record<Language, Map<string, string>> = {
  en: new Map(Object.entries(english)),
  fr: new Map(Object.entries(english).map(([french, said]) => [said, french])),
};

/** Says the templates of an instance in its first language: sentences that somebody worded otherwise stay. */
export async function nameTemplates({ db }: Transaction, instanceId: string) {
  const { languages } = await db.findOneByOrFail(Instances, { id: instanceId });
  const to = onlyLanguage[languages] ?? "fr";
  const said = (sentence: string) => words[to].get(sentence) ?? sentence;
  const saidOf = (sentence: string | null) => sentence && said(sentence);
  // Documents that come with the instance belong to no group: their list is never long.
  for (const it of await db.find(Documents, { where: { kind: "TEMPLATE" }, take: 50, order: { id: "ASC" } })) {
    if (it.groupId !== null || said(it.title) === it.title) continue;
    await db.update(
      Documents,
      { id: it.id },
      {
        title: said(it.title),
        purpose: said(it.purpose),
        audience: saidOf(it.audience),
        duration: saidOf(it.duration),
        language: to,
        sections: it.sections.map((section) => ({
          ...section,
          label: said(section.label),
          help: saidOf(section.help),
        })),
      },
    );
  }
}
