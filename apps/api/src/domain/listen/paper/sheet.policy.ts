/**
 * A code on paper is told to whoever printed it, the same day: a printer that jams loses nothing, and from the
 * next day nobody can find the codes again. Sheets that wait on a device are kept under the id of the person, and
 * sent only while that person is signed in.
 */
import type { Viewer } from "../../../platform/viewer.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { paperUntil, questionnairePolicy, questionnaireState } from "../questionnaire/questionnaire.policy.ts";
import type { Response } from "../response/response.entity.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import type { Sheet } from "./sheet.entity.ts";

type TerritoryEntered = Pick<Territory, "id" | "regionId" | "region2012Id">;

/** True if one of two territories lies within the other. */
export const touches = (one: TerritoryEntered, other: TerritoryEntered) =>
  [one.id, one.regionId, one.region2012Id].includes(other.id) ||
  [other.id, other.regionId, other.region2012Id].includes(one.id);

/** The same in SQL, of two territories. */
export const touching = (one: string, other: string) =>
  `(${one}.id in (${other}.id, ${other}.region_id, ${other}.region2012_id)
    or ${other}.id in (${one}.id, ${one}.region_id, ${one}.region2012_id))`;

/** Rights on paper. Pure. */
export const sheetPolicy = {
  /** Print and type in: referents and facilitators. */
  enter: questionnairePolicy.enterPaper,
  /** A facilitator types in what comes from anywhere; a referent, what comes from a territory of theirs. */
  enterFor: (viewer: Viewer, groupId: string, from: TerritoryEntered, own: TerritoryEntered[]) =>
    viewer.has("FACILITATOR", groupId) ||
    viewer.roles.some(({ role, territoryId }) => role === "REFERENT" && territoryId === null) ||
    own.some((territory) => touches(territory, from)),
  /** Codes are told to whoever printed them, the same day: a jam in the printer loses nothing, and later nobody has them. */
  tellCodes: (viewer: Viewer, { printedById, printedOn }: Pick<Sheet, "printedById" | "printedOn">, today: string) =>
    viewer.id !== null && viewer.id === printedById && printedOn === today,
  /** The same for the code of an entry that has no printed one. */
  tellHandedOver: (viewer: Viewer, { enteredById, enteredOn, sheetId }: Response, today: string) =>
    sheetId === null && viewer.id !== null && viewer.id === enteredById && enteredOn === today,
  /** A second entry is somebody else's, and of paper that still says something. */
  enterAgain: (viewer: Viewer, { channel, enteredById, status }: Response) =>
    channel === "PAPER" && viewer.id !== enteredById && status !== "WITHDRAWN",
};

/** Why paper cannot be typed in at an instant; null when it can. Paused, it waits; closed, it has three working days. */
export function paperRefused(it: Questionnaire, now: Date): "NOT_OPEN" | "PAPER_TOO_LATE" | null {
  const state = questionnaireState(it, now);
  if (state === "OPEN") return null;
  if (state !== "CLOSED") return "NOT_OPEN";
  return now < paperUntil(it.closesAt) ? null : "PAPER_TOO_LATE";
}
