import { type EntityManager, Like } from "typeorm";
import { fold } from "../../../platform/text/fold.ts";
import { Initiatives } from "./initiative.entity.ts";

/** Paths of pages under `/initiatives`, which no slug may take. */
const taken = ["propose", "follow"];

/** A free slug: the name, with a number where another initiative has the same. */
export async function freeSlug(
  db: EntityManager,
  name: string,
  more: ReadonlySet<string> = new Set(),
): Promise<string> {
  const plain =
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80) || "initiative";
  const rows = await db.find(Initiatives, { select: { slug: true }, where: { slug: Like(`${plain}%`) } });
  const known = new Set([...taken, ...more, ...rows.map(({ slug }) => slug)]);
  if (!known.has(plain)) return plain;
  let number = 2;
  while (known.has(`${plain}-${number}`)) number += 1;
  return `${plain}-${number}`;
}
