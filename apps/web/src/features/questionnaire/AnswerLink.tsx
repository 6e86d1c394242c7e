import { m } from "@cahier/schema/messages";
import { useSyncExternalStore } from "react";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { allDrafts } from "./draft/draft.ts";

interface Props {
  questionnaire: { id: string; slug: string; estimatedMinutes: number };
  /** Label without a draft on this device. */
  children?: string;
}

const never = () => () => undefined;

/** « Répondre, 12 min »; with a draft on this device, « Reprendre, partie 2 sur 4 », as soon as the device was read. */
export function AnswerLink({ questionnaire: { id, slug, estimatedMinutes }, children }: Props) {
  const place = useSyncExternalStore(
    never,
    () => placeOf(id),
    () => "",
  );
  const [part, parts] = place.split(" ");
  return (
    <ButtonLink primary to={paths.questionnaire(slug)}>
      <span>
        {part && parts
          ? m.questionnaire_resume({ part, parts })
          : (children ?? m.questionnaire_answer({ minutes: estimatedMinutes }))}
      </span>
      <Icon name="arrow" />
    </ButtonLink>
  );
}

/** Part at which the last draft of a questionnaire was left, as « 2 4 ». */
function placeOf(questionnaireId: string) {
  const draft = allDrafts(questionnaireId)[0]?.draft;
  return draft ? `${draft.part} ${draft.parts}` : "";
}
