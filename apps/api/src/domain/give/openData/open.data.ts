import { m } from "@cahier/schema/messages";
import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { imprintOf, siteOf } from "../../../platform/organiser.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Table } from "../../../platform/files/cell.ts";
import { csv } from "../../../platform/files/csv.ts";
import type { Exported, ExportedQuestion } from "../responseFiles/export.queries.ts";
import { dictionary, type Figures, figuresTable } from "./open.dictionary.ts";
import { type Absent, openPolicy } from "./open.policy.ts";
import { sizesOf, textCounts } from "./open.queries.ts";
import { contributionsTable, openResponses } from "./open.tables.ts";
import { toldBeside } from "./open.told.ts";
import { zip } from "../../../platform/files/zip.ts";

const licence = readFileSync(new URL("etalab-2.0.txt", import.meta.url), "utf8");

interface OpenDataOptions {
  /** Origin of the site. */
  origin: string;
  language: Language;
  now: Date;
}

interface ReadMeFacts extends OpenDataOptions {
  /** True if the archive holds closed answers. */
  withResponses: boolean;
  /** Name of the site, and who organises it. */
  site: string;
  imprint: string;
}

/**
 * Writes the open data of a questionnaire, as an archive. Its two files cannot be joined: answers come response by
 * response, without anything that the site tells beside a text; words come as the site shows them, without a name. Side
 * by side, they would reveal all the other answers of an author who signed a text.
 */
export async function openData(db: EntityManager, exported: Exported, asked: OpenDataOptions): Promise<Readable> {
  const { questionnaire } = exported;
  const { origin, language, now } = asked;
  const asIs = exported.questions.filter(
    ({ type, askedFrom }) => type !== "TEXT_BLOCK" && askedFrom <= questionnaire.revision,
  );
  const words = asIs.filter(({ type, visibility }) => type === "LONG_TEXT" && visibility === "PUBLIC");
  const others = asIs.filter((question) => !words.includes(question));
  const told = toldBeside(exported);
  const absent = new Map<ExportedQuestion, Absent>();
  for (const question of others) {
    const why = openPolicy.absent(questionnaire, question, { questions: exported.questions, told }, now);
    if (why) absent.set(question, why);
  }
  const closed = others.filter((question) => !absent.has(question));
  const [sizes, texts] = await Promise.all([
    sizesOf(db, questionnaire.id),
    textCounts(
      db,
      words.map(({ id }) => id),
    ),
  ]);
  const responses = openResponses(db, exported, closed, { sizes, language });
  const contributions = contributionsTable(db, exported, words, { origin, language });
  const plain = (table: Pick<Table, "columns" | "rows">) => csv(table, { labels: false });
  const responsesCounted = exported.counts.submitted + exported.counts.held;
  const sum = (of: "published" | "rest") => texts.reduce((total, text) => total + text[of], 0);
  const figures = (): Figures => ({
    responses: responsesCounted,
    paper: sizes.paper,
    groups: sizes.groups,
    unpublished: exported.counts.unpublished,
    held: exported.counts.held,
    withdrawn: exported.counts.withdrawn,
    setAside: exported.counts.setAside,
    rows: responses.tally.rows,
    leftOut: closed.length ? sizes.all - responses.tally.rows : 0,
    contributions: sum("published"),
    textsNotPublished: sum("rest"),
  });
  return zip([
    // First, so that what the others say of it is counted.
    ...(closed.length ? [{ name: "responses.csv", content: () => plain(responses) }] : []),
    { name: "contributions.csv", content: () => plain(contributions) },
    {
      name: "dictionary.csv",
      content: () => plain(dictionary(exported, { responses, contributions, words, absent, texts, language })),
    },
    { name: "figures.csv", content: () => plain(figuresTable(figures(), language)) },
    {
      name: "README.md",
      content: async function* () {
        const said = { site: await siteOf(db), imprint: await imprintOf(db, language) };
        yield readMe(exported, figures(), { ...asked, ...said, withResponses: closed.length > 0 });
      },
    },
    { name: "LICENCE.txt", content: licence },
  ]);
}

function readMe(
  { questionnaire }: Exported,
  figures: Figures,
  { origin, language, now, site, imprint, ...told }: ReadMeFacts,
): string {
  const locale = language;
  const { title, slug } = questionnaire;
  const address = `${origin}/questionnaires/${slug}`;
  const about = told.withResponses
    ? m.export_readme_responses({}, { locale })
    : m.export_readme_no_responses({}, { locale });
  return m.export_readme({ title, site, imprint, address, day: dayOf(now), about, ...figures }, { locale });
}
