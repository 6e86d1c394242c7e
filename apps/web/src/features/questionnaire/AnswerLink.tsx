import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { Draft } from "./draft/draft.ts";

interface Props {
  questionnaire: { id: string; slug: string; estimatedMinutes: number };
  /** Label without a draft on this device. */
  children?: string;
}

/** « Répondre, 12 min »; with a draft on this device, « Reprendre ma réponse », as soon as the device was read. */
export function AnswerLink({ questionnaire: { id, slug, estimatedMinutes }, children }: Props) {
  const [draft, setDraft] = useState<Draft>();
  // Drafts are read after the page: most readers have none.
  useEffect(() => {
    void import("./draft/draft.ts").then((drafts) => setDraft(drafts.allDrafts(id)[0]?.draft)).catch(() => undefined);
  }, [id]);
  return (
    <ButtonLink primary to={paths.questionnaire(slug)}>
      <span>
        {draft ? m.questionnaire_resume() : (children ?? m.questionnaire_answer({ minutes: estimatedMinutes }))}
      </span>
      <Icon name="arrow" />
    </ButtonLink>
  );
}
