import { type EntityManager, Like } from "typeorm";
import { fold } from "../../../platform/text/fold.ts";
import { Initiatives } from "./initiative.entity.ts";

/** Addresses of pages that stand where those of initiatives do. */
const taken = ["propose", "follow"];

/** An address that no initiative has: its name, with a number where another is called the same. */
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
