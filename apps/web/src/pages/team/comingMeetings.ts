/** A meeting as the desk names it. */
export interface DeskMeeting {
  id: string;
  slug: string;
  title: string;
  startsAt: string;
}

interface Desk {
  group: { nextMeeting: DeskMeeting | null } | null;
  viewer: {
    ownRoles: readonly {
      role: string;
      endedOn: string | null;
      territory: { meetings: readonly (DeskMeeting & { state: string })[] } | null;
    }[];
  } | null;
}

/** Most dates that a desk names: the others are in the calendar. */
const most = 3;

/** The next meeting of the group, and those of the territories whose referent one is, the nearest first; each once. */
export function comingMeetings({ group, viewer }: Desk): DeskMeeting[] {
  const own = (viewer?.ownRoles ?? []).flatMap(({ role, endedOn, territory }) =>
    role === "REFERENT" && !endedOn && territory ? territory.meetings : [],
  );
  const coming = [
    ...(group?.nextMeeting ? [group.nextMeeting] : []),
    ...own.filter(({ state }) => state === "ANNOUNCED"),
  ];
  const once = new Map(coming.map((meeting) => [meeting.id, meeting]));
  return [...once.values()].toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)).slice(0, most);
}
