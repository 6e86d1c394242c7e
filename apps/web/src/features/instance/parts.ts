import { m } from "@cahier/schema/messages";

/** The five parts of the settings, in their order. */
export const partNames = {
  face: m.instance_part_face,
  who: m.instance_part_who,
  legal: m.instance_part_legal,
  mail: m.instance_part_mail,
  team: m.instance_part_team,
} as const;

export type PartName = keyof typeof partNames;
