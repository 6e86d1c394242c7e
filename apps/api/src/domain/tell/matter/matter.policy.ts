import { kept } from "@cahier/schema/retention";
import type { MatterKind, Role } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import type { SignedIn, Viewer } from "../../../platform/viewer.ts";
import type { Matter, TakenMatter } from "./matter.entity.ts";

/** Read by as many people as there are: nobody takes them for the others. */
const shared: readonly MatterKind[] = ["READING", "KEPT_FOR_TWO", "SECOND_READINGS", "NOTEBOOKS"];

/** Days for which something is somebody's. */
const days = kept.takenMatter.after!.count;

/** Last day on which something is its taker's. */
export const takenUntil = ({ takenOn }: TakenMatter) => dayOf(new Date(`${takenOn}T12:00:00Z`), days - 1);

/** True if somebody still takes care of it on a day. */
export const holds = (it: TakenMatter, today: string) => takenUntil(it) >= today;

/** Rights on what waits, among those of the viewer. Pure. */
export const matterPolicy = {
  /** All who work in a team; being a member is no work. */
  hold: (viewer: Viewer): viewer is SignedIn =>
    viewer.id !== null && viewer.roles.some(({ role }) => role !== "MEMBER"),
  /** One person is enough for it, and nobody else has it. */
  take: (viewer: Viewer, { kind }: Pick<Matter, "kind">, taken: TakenMatter | null) =>
    viewer.id !== null && !shared.includes(kind) && taken === null,
  letGo: (viewer: Viewer, taken: TakenMatter | null) => viewer.id !== null && taken?.personId === viewer.id,
};

/** The groups in which a viewer has one of some roles: null for all of them. */
export function groupsWith({ roles }: Viewer, ...some: Role[]): string[] | null {
  const held = roles.filter(({ role }) => some.includes(role));
  const everywhere = held.some(
    ({ role, groupId, territoryId }) => role === "ADMINISTRATOR" || (!groupId && !territoryId),
  );
  return everywhere ? null : held.flatMap(({ groupId }) => groupId ?? []);
}

/** The territories whose referent a viewer is. */
export const territoriesOf = ({ roles }: Viewer): string[] =>
  roles.flatMap(({ role, territoryId }) => (role === "REFERENT" && territoryId ? [territoryId] : []));
