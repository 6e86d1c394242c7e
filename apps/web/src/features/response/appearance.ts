import { m } from "@cahier/schema/messages";
import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type { Appearance, TrailPage } from "../../graphql/operations.generated.ts";
import { placeOf } from "../../i18n/voices.ts";

const appearances: Record<Appearance, (input: { name: string; place: string }) => string> = {
  NAMED: m.response_appears_NAMED,
  ANONYMOUS: m.response_appears_ANONYMOUS,
  UNPUBLISHED: m.response_appears_UNPUBLISHED,
};

/** The same while a moderator reads it, or hid it: it does not appear. */
const chosen: typeof appearances = {
  ...appearances,
  NAMED: m.response_chosen_NAMED,
  ANONYMOUS: m.response_chosen_ANONYMOUS,
};

/** Appearance of a response, as told to its author: as the site shows it. */
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
  const shown = appearsAs({ appearance, authorName, organisationName }, { territory, region });
  const name = [shown.authorName, shown.organisationName].filter(Boolean).join(", ");
  const place = placeOf({ territory: shown.place, region });
  const group = peopleCount ? ` ${m.response_for_group({ count: peopleCount })}` : "";
  const isShown = status !== "HELD" && status !== "HIDDEN";
  return (isShown ? appearances : chosen)[appearance]({ name, place }) + group;
}
