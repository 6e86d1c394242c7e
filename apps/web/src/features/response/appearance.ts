import { m } from "@cahier/schema/messages";
import type { Appearance, TrailPage } from "../../graphql/operations.generated.ts";

const appearances: Record<Appearance, (input: { name: string; place: string }) => string> = {
  NAMED: m.response_appears_NAMED,
  ANONYMOUS: m.response_appears_ANONYMOUS,
  UNPUBLISHED: m.response_appears_UNPUBLISHED,
};

/** Appearance of a response, as told to its author. */
export function appearanceOf({
  appearance,
  authorName,
  organisationName,
  peopleCount,
  territory,
  region,
  status,
}: NonNullable<TrailPage["receipt"]>) {
  if (status === "WITHDRAWN") return null;
  const name = [authorName, organisationName].filter(Boolean).join(", ");
  const place = [...new Set([territory.name, region?.name])].filter(Boolean).join(", ");
  const group = peopleCount ? ` ${m.response_for_group({ count: peopleCount })}` : "";
  return appearances[appearance]({ name, place }) + group;
}
