import type { MatterKind } from "../../graphql/operations.generated.ts";
import { Sign } from "../../ui/Sign.tsx";

const shapes = {
  lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  letter: "M3 6h18v13H3zM3 7l9 7 9-7",
  pen: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  book: "M5 4h13v16H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11M9 4v12",
  flag: "M6 21V4M6 5h12l-3 4 3 4H6",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-6 8-6s7 1 8 6",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  sheet: "M6 3h8l5 5v13H6zM14 3v5h5",
} as const;

const icons: Record<MatterKind, keyof typeof shapes> = {
  HELD_TEXTS: "lock",
  REPORTED_TEXTS: "flag",
  APPEAL: "flag",
  QUESTIONNAIRE: "eye",
  SYNTHESIS: "eye",
  PROPOSAL: "eye",
  ADOPTION: "eye",
  REPLY: "letter",
  AMENDMENT: "pen",
  SUPPLIES: "letter",
  CITATIONS: "pen",
  ORGANISATION: "person",
  INITIATIVES: "sheet",
  CANDIDACY: "person",
  NO_READER: "person",
  AGENDA: "calendar",
  CORRECTIONS: "pen",
  MINUTES: "calendar",
  READ_OVER: "calendar",
  CHECKPOINT: "pen",
  OVERDUE: "clock",
  ACTIONS: "clock",
  PAPER: "sheet",
  NOTEBOOKS: "book",
  KEPT_FOR_TWO: "book",
  SECOND_READINGS: "book",
  READING: "book",
};

/** The sign of a kind of what waits; it says nothing to those who listen. */
export const MatterIcon = ({ kind }: { kind: MatterKind }) => <Sign strokes={shapes[icons[kind]]} />;
