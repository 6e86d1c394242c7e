import { m } from "@cahier/schema/messages";
import { type DragEvent, use, useState } from "react";
import type { Composed, Section } from "./composed.tsx";
import { SayContext } from "./SayContext.ts";
import { useAct } from "../../ui/useAct.ts";
import { moveQuestion, moveSection } from "./questionnaire.mutations.tsx";

/** Item being dragged, or the place of its drop: before the question of this place in its part, or before the part. */
interface Spot {
  kind: "question" | "section";
  id: string;
}

export const isAsked = ({ retired }: Composed) => !retired;

/** Moves of questions and parts, by buttons and by dragging: what moved is said, and keeps the focus. */
export function useMoves(sections: readonly Section[]) {
  const say = use(SayContext);
  const question = useAct(moveQuestion);
  const section = useAct(moveSection);
  const [dragged, setDragged] = useState<Spot | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);

  const refocus = (focus: string | undefined) =>
    requestAnimationFrame(() => focus && document.getElementById(focus)?.focus());

  const moveQuestionTo = async (moved: Composed, to: Section, position: number, focus?: string) => {
    setMoving(moved.id);
    const count = to.questions.filter((one) => isAsked(one) && one.id !== moved.id).length + 1;
    const done = await question.run({ id: moved.id, sectionId: to.id, position });
    setMoving(null);
    if (done) {
      const place = { what: moved.question.label, place: position, count, part: to.title };
      say(m.questionnaireWriting_said_moved_in(place));
    } else say(m.questionnaireWriting_said_not_moved());
    refocus(focus);
  };

  const moveSectionTo = async (moved: Section, position: number, focus?: string) => {
    setMoving(moved.id);
    const done = await section.run({ id: moved.id, position });
    setMoving(null);
    say(
      done
        ? m.questionnaireWriting_said_moved({ what: moved.title, place: position, count: sections.length })
        : m.questionnaireWriting_said_not_moved(),
    );
    refocus(focus);
  };

  /** One place up or down; beyond an end of its part, into the part beside it. */
  const stepQuestion = (moved: Composed, by: -1 | 1, focus: string) => {
    const index = sections.findIndex(({ questions }) => questions.includes(moved));
    const own = sections[index]!;
    const asked = own.questions.filter(isAsked);
    const position = asked.indexOf(moved) + 1 + by;
    if (position >= 1 && position <= asked.length) return moveQuestionTo(moved, own, position, focus);
    const beside = sections[index + by];
    if (!beside) return undefined;
    return moveQuestionTo(moved, beside, by < 0 ? beside.questions.filter(isAsked).length + 1 : 1, focus);
  };

  const drop = (target: string) => {
    const from = dragged;
    setDragged(null);
    setOver(null);
    if (!from) return;
    const [kind, id, place] = target.split(":");
    if (from.kind === "section") {
      const moved = sections.find((one) => one.id === from.id)!;
      const to = sections.findIndex((one) => one.id === id);
      if (to >= 0 && sections[to] !== moved) void moveSectionTo(moved, to + 1);
      return;
    }
    const to = sections.find((one) => one.id === id);
    const moved = sections.flatMap(({ questions }) => questions).find((one) => one.id === from.id);
    if (!to || !moved || kind !== "place") return;
    const index = to.questions.filter(isAsked).indexOf(moved);
    const wanted = Number(place);
    // Taken from above its new place, it leaves a gap there.
    const position = index >= 0 && index < wanted ? wanted : wanted + 1;
    if (index + 1 !== position) void moveQuestionTo(moved, to, position);
  };

  return {
    moving,
    problems: [...question.problems, ...section.problems],
    dragged,
    over,
    stepQuestion,
    moveSectionTo,
    /** Props of an item that can be dragged. */
    source: (kind: Spot["kind"], id: string) => ({
      draggable: true,
      "data-dragged": dragged?.id === id || undefined,
      onDragStart: (event: DragEvent) => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        setDragged({ kind, id });
      },
      onDragEnd: () => {
        setDragged(null);
        setOver(null);
      },
    }),
    /** Props of an item that takes drops; `spotAt` gives the place, by the half of the item under the pointer. */
    target: (kind: Spot["kind"], spotAt: (below: boolean) => string) => {
      const spotOf = (event: DragEvent) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        return spotAt(event.clientY > top + height / 2);
      };
      return {
        onDragOver: (event: DragEvent) => {
          if (dragged?.kind !== kind) return;
          event.preventDefault();
          event.stopPropagation();
          event.dataTransfer.dropEffect = "move";
          setOver(spotOf(event));
        },
        onDrop: (event: DragEvent) => {
          if (dragged?.kind !== kind) return;
          event.preventDefault();
          event.stopPropagation();
          drop(spotOf(event));
        },
      };
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;
