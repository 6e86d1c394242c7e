import { m } from "@cahier/schema/messages";
import { use } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import type { Composed, Section } from "./composed.tsx";
import { SayContext } from "./SayContext.ts";
import { useAct } from "../../ui/useAct.ts";
import { moveQuestion } from "./questionnaire.mutations.tsx";
import { contentLang } from "../../i18n/content.ts";

interface MovePlace {
  sectionId: string;
  position: number;
  label: string;
}

/** Every place a question can go to, in order, as one would say it: « Partie 2, après 2.1 ». */
function placesFor(sections: readonly Section[], moved: string): MovePlace[] {
  return sections.flatMap((section) => {
    const others = section.questions.filter(({ id, retired }) => id !== moved && !retired);
    const title = m.questionnaireWriting_part_n({ part: section.position, title: section.title });
    return [null, ...others].map((after, index) => ({
      sectionId: section.id,
      position: index + 1,
      label: after
        ? m.questionnaireWriting_place_after({ part: title, code: after.question.code })
        : m.questionnaireWriting_place_first({ part: title }),
    }));
  });
}

/** « Déplacer vers… »: a long way by keyboard, in one choice. */
export function MoveTo({ sections, composed }: { sections: readonly Section[]; composed: Composed }) {
  const say = use(SayContext);
  const act = useAct(moveQuestion);
  const places = placesFor(sections, composed.id);
  const section = sections.find(({ questions }) => questions.includes(composed))!;
  const current = section.questions.filter(({ retired }) => !retired).indexOf(composed) + 1;
  const here = places.findIndex(({ sectionId, position }) => sectionId === section.id && position === current);
  const move = async (fields: FormData) => {
    const place = places[Number(fields.get("place"))];
    if (!place) return;
    const done = await act.run({ id: composed.id, sectionId: place.sectionId, position: place.position });
    if (done) say(m.questionnaireWriting_said_moved_to({ what: composed.question.label, place: place.label }));
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void move(fields)}>
      <div className="questionnaireWriting-inline">
        <Select
          name="place"
          label={m.questionnaireWriting_move_to()}
          defaultValue={here}
          key={`${section.id} ${current}`}
        >
          {places.map((place, index) => (
            <option lang={contentLang()} value={index} key={`${place.sectionId} ${place.position}`}>
              {place.label}
            </option>
          ))}
        </Select>
        <Button type="submit" small>
          {m.questionnaireWriting_move()}
        </Button>
      </div>
      <Failed because={act.failed} />
    </Form>
  );
}
