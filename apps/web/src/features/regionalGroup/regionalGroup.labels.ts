import { m } from "@cahier/schema/messages";
import type { CandidacyState, RegionalGroupStatus } from "../../graphql/operations.generated.ts";
import type { ChipTone } from "../../ui/Chip.tsx";

export const statusNames: Readonly<Record<RegionalGroupStatus, () => string>> = {
  ACTIVE: m.territory_group_ACTIVE,
  SEEKING_REFERENT: m.territory_group_SEEKING_REFERENT,
};

export const statusTones: Readonly<Record<RegionalGroupStatus, ChipTone>> = {
  ACTIVE: "done",
  SEEKING_REFERENT: "open",
};

export const candidacyNames: Readonly<Record<CandidacyState, () => string>> = {
  WAITING: m.regionalGroup_candidacy_WAITING,
  ACCEPTED: m.regionalGroup_candidacy_ACCEPTED,
  DECLINED: m.regionalGroup_candidacy_DECLINED,
};
