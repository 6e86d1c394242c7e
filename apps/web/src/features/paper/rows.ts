import { m } from "@cahier/schema/messages";
import { type Definition, questionsOf } from "@cahier/schema/questionnaire/definition";
import { codeTyped, placeTyped } from "@cahier/schema/text/code";
import type { Problem } from "../../ui/problems.ts";
import type { HeadRow } from "./PaperGrid.tsx";
import type { Written } from "./unsent.ts";
import { appearanceOf, isNoGroup, rowOf, speaksOf } from "./written.ts";

/** Rows of a sheet before and after its questions, in the order of the paper; `writes` if an address is asked for. */
export function rowsOf({ kind, head }: Written, writes: boolean): { before: HeadRow[]; after: HeadRow[] } {
  if (kind === "AGAIN") return { before: [], after: [] };
  const appearance: HeadRow = {
    name: "appearance",
    label: m.paper_appearance(),
    legend: m.paper_appearance_legend(),
    echo: appearanceWords(head.appearance),
  };
  if (kind === "MEETING") {
    const free: HeadRow[] = head.meetingId
      ? []
      : [
          { name: "place", label: m.paper_place(), legend: m.paper_place_legend() },
          { name: "heldOn", label: m.paper_held_on(), legend: m.paper_legend_date() },
        ];
    return {
      before: [...free, { name: "peopleCount", label: m.paper_present(), inputMode: "numeric" }],
      after: [appearance],
    };
  }
  return {
    before: [
      { name: "code", label: m.paper_code(), legend: m.paper_code_legend(), ...codeSaid(head.code), camera: true },
    ],
    after: [
      appearance,
      { name: "speaks", label: m.paper_speaks_row(), legend: m.paper_speaks_legend(), ...speaksSaid(head.speaks) },
      ...(writes ? [{ name: "followUpEmail", label: m.paper_email(), inputMode: "email" as const }] : []),
    ],
  };
}

/** Fields of a batch, which stand beside the grid. */
const ofBatch: Record<string, () => string> = {
  batch: m.paper_batch,
  receivedOn: m.paper_received,
  collectedBy: m.paper_collected,
  meetingId: m.paper_meeting,
};

/** Words of the field that a problem is about, as they stand beside it; `definition` of its questionnaire, where it is at hand. */
export function fieldWords({ field }: Problem, written: Written, definition: Definition | undefined) {
  const name = rowOf(field, written.kind);
  if (name === null) return null;
  const question = definition && questionsOf(definition).find(({ id }) => id === name);
  if (question) return m.paper_question({ code: question.code });
  const { before, after } = rowsOf(written, true);
  return ofBatch[name]?.() ?? [...before, ...after].find((row) => row.name === name)?.label ?? null;
}

/** Message for someone who types the name of a sheet for the code of its slip; null of anything else. */
export function notTheSlip(typed: string): string | null {
  const place = placeTyped(typed);
  return place && m.paper_author_place(place);
}

/** The line below a code being typed: what is to come, what is wrong, or that it is as it was printed. */
function codeSaid(typed = ""): Pick<HeadRow, "echo" | "wrong"> {
  const place = placeTyped(typed);
  if (place) return { echo: m.paper_code_place(place) };
  const read = codeTyped(typed);
  switch (read.state) {
    case "SHORT":
      return { echo: m.paper_code_short({ count: read.left }) };
    case "STRANGE":
      return { wrong: m.paper_code_strange({ sign: read.sign }) };
    case "LONG":
      return { wrong: m.paper_code_long() };
    case "MISTYPED":
      return { wrong: m.paper_code_mistyped() };
    case "WHOLE":
      return { echo: read.checked ? m.paper_code_right() : m.paper_code_unchecked() };
    default:
      return {};
  }
}

function appearanceWords(typed = "") {
  const { appearance, authorName } = appearanceOf(typed);
  if (appearance === "NAMED") return m.paper_appearance_named({ name: authorName ?? "…" });
  if (appearance === "ANONYMOUS") return m.paper_appearance_anonymous();
  return appearance ? m.questionnaire_appear_unpublished() : "";
}

function speaksSaid(typed = ""): Pick<HeadRow, "echo" | "wrong"> {
  const { peopleCount, organisationName } = speaksOf(typed);
  if (isNoGroup(peopleCount)) return { wrong: m.paper_speaks_no_group() };
  const group = peopleCount === null ? "" : m.paper_speaks_group_of({ count: peopleCount });
  return { echo: [group, organisationName].filter(Boolean).join(m.ui_colon()) };
}
