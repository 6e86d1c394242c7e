import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

const text = { kind: "text", most: limits["meeting.text"] } as const;

/** The sheet of a meeting, in the order in which it is asked; its day and its hours are beside, as one instant each. */
export const meetingFields = {
  title: { kind: "line", most: limits["meeting.title"], needed: true },
  kind: { kind: "choice", among: ["NATIONAL", "LOCAL"], needed: true },
  place: { kind: "line", most: limits["meeting.line"], needed: true },
  onlineLink: { kind: "line", most: limits["meeting.line"] },
  relayRooms: { kind: "lines", most: limits["meeting.relayRoom"] },
  purpose: text,
  access: text,
  childcare: { kind: "line", most: limits["meeting.line"] },
  signLanguage: { kind: "yes" },
  captions: { kind: "yes" },
  capacity: { kind: "count", least: 1, most: 10_000 },
} as const satisfies Fields;
