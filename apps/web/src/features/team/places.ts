import { m } from "@cahier/schema/messages";
import type { MatterKind, TeamBar } from "../../graphql/operations.generated.ts";
import { paths, withSearch } from "../../paths.ts";
import type { Icon } from "../../ui/Icon.tsx";

/** A place of the team, with what waits there. */
export interface Place {
  name: string;
  /** Name under the thumb, where it is shorter. */
  short?: string;
  to: string;
  /** Addresses that belong to it. */
  covers: RegExp;
  icon: Parameters<typeof Icon>[0]["name"];
  /** Under the thumb before those of a higher rank. */
  rank: number;
  /** Number of things that wait there for somebody. */
  waiting?: number;
  /** Number of texts left to read there. */
  left?: number;
}

/** Slug of the group that an address names; null for one's own. */
export const groupOf = (pathname: string, search: URLSearchParams) =>
  /^(?:\/en)?\/groups\/(?!new$)([^/]+)/.exec(pathname)?.[1] ?? search.get("group");

/** Kinds of what waits in each place; all of them wait on the desk. */
const kindsIn = {
  questionnaires: ["QUESTIONNAIRE"],
  syntheses: ["SYNTHESIS", "CHECKPOINT", "CITATIONS"],
  proposals: ["PROPOSAL", "ADOPTION", "AMENDMENT", "SUPPLIES"],
  handovers: ["REPLY", "OVERDUE"],
  meetings: ["AGENDA", "CORRECTIONS", "MINUTES", "READ_OVER", "ACTIONS"],
  moderation: ["HELD_TEXTS", "REPORTED_TEXTS", "APPEAL"],
  people: ["CANDIDACY"],
} satisfies Record<string, MatterKind[]>;

/** Places of the team in the order of the chain, those alone that the viewer may open; none for whoever has no role. */
export function placesOf({ viewerCan: can, group, appeals, matters }: TeamBar, chosen: string | null): Place[] {
  const search = { group: chosen };
  const sum = (kinds: readonly MatterKind[]) =>
    matters.nodes.reduce((all, { kind, count }) => all + (kinds.includes(kind) ? count : 0), 0);
  const all: (Place | false | null | undefined)[] = [
    can.compose && {
      name: m.team_questionnaires(),
      waiting: sum(kindsIn.questionnaires),
      to: withSearch(paths.questionnairesWrite(), search),
      covers: /^\/questionnaires\/write/,
      icon: "document",
      rank: 5,
    },
    can.read && {
      name: m.team_reading(),
      short: m.team_reading_short(),
      to: paths.reading(search),
      covers: /^\/(reading(?!\/key-points)|imports|notebooks)/,
      icon: "speech",
      rank: 1,
      left: sum(["READING"]),
    },
    can.read && {
      name: m.team_keyPoints(),
      to: paths.readingKeyPoints(search),
      covers: /^\/reading\/key-points/,
      icon: "copy",
      rank: 2,
    },
    can.read && {
      name: m.team_syntheses(),
      to: `${paths.reading(search)}#syntheses`,
      covers: /^\/syntheses/,
      icon: "tick",
      rank: 9,
      waiting: sum(kindsIn.syntheses),
    },
    group?.curation && {
      name: m.team_proposals(),
      to: paths.curation(group.slug),
      covers: /^\/(proposals|groups\/[^/]+\/curation)/,
      icon: "pen",
      rank: 3,
      waiting: sum(kindsIn.proposals),
    },
    can.keepInterlocutors && {
      name: m.team_handovers(),
      to: paths.handovers(),
      covers: /^\/(handovers|interlocutors|proposals\/[^/]+\/carry)/,
      icon: "share",
      rank: 8,
      waiting: sum(kindsIn.handovers),
    },
    can.announceMeetings && {
      name: m.team_meetings(),
      to: paths.meetings(),
      covers: /^\/(meetings|holidays|groups\/[^/]+\/schedule)/,
      icon: "calendar",
      rank: 6,
      waiting: sum(kindsIn.meetings),
    },
    (can.moderate || appeals) && {
      name: m.team_moderation(),
      to: withSearch(paths.moderation(), search),
      covers: /^\/moderation/,
      icon: "eye",
      rank: 4,
      waiting: sum(kindsIn.moderation),
    },
    can.giveRoles && {
      name: m.team_people(),
      to: paths.people(search),
      covers: /^\/(people|groups\/[^/]+\/run)/,
      icon: "users",
      rank: 7,
      waiting: sum(kindsIn.people),
    },
  ];
  const open = all.filter((place) => !!place);
  if (open.length === 0) return [];
  return [
    {
      name: m.team_desk(),
      to: withSearch(paths.desk(), search),
      covers: /^\/desk/,
      icon: "home",
      rank: 0,
      waiting: matters.count,
    },
    ...open,
  ];
}

/** The place that an address belongs to, the narrowest one. */
export const placeAt = (places: readonly Place[], pathname: string) =>
  places.findLast(({ covers }) => covers.test(pathname));

/** Most places under the thumb: the others are behind « Plus ». */
const most = 4;

/** Places under the thumb: the same whatever waits, so that none moves. */
export function tabsOf(places: Place[]) {
  const shown = new Set(places.toSorted((a, b) => a.rank - b.rank).slice(0, most));
  return places.filter((place) => shown.has(place));
}
