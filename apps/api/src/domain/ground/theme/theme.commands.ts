import { saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { CreateThemeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, together } from "../../../platform/refusal.ts";
import { givenText, neededLine } from "../../../platform/text/text.ts";
import { sameWords, takeLists } from "./list.queries.ts";
import { Axes, Themes } from "./theme.entity.ts";
import { themePolicy } from "./theme.policy.ts";

/**
 * Adds a theme after all others. One of the same title is refused, since it is there to be chosen; one that says just the
 * same is the first try, whose answer was lost.
 */
export async function createTheme({ db, viewer, record }: Transaction, input: CreateThemeInput) {
  authorize(themePolicy.create(viewer));
  await takeLists(db);
  const axis = await db.findOneBy(Axes, { slug: input.axis.replaceAll("\0", "") });
  const { title, about } = together({
    title: () => neededLine(input.title, "title", limits["theme.title"]),
    about: () => givenText(input.about, "about", limits["theme.about"]),
    axis: () => {
      if (!axis) throw new Refusal(input.axis ? "UNKNOWN_CHOICE" : "REQUIRED", "axis");
    },
  });
  const before = (await db.find(Themes)).find((theme) => sameWords(theme.title, title));
  if (before && saysAlready(before, { title, axisId: axis!.id, sourceText: about ?? title })) return { theme: before };
  if (before) throw new Refusal("ALREADY_THERE", "title");
  const slug = await freeSlug(db, Themes, title, "theme");
  const number = ((await db.maximum(Themes, "number")) ?? 0) + 1;
  const row = { slug, axisId: axis!.id, number, title, sourceText: about ?? title };
  const { identifiers } = await db.insert(Themes, row);
  const theme = await db.findOneByOrFail(Themes, { id: identifiers[0]!.id as string });
  await record("theme.created", theme, { title });
  return { theme };
}
