import { m } from "@cahier/schema/messages";
import type { ComponentProps } from "react";
import { Notice } from "../../ui/Notice.tsx";
import { outcomeNames } from "./moderation.labels.ts";
import type { RulePanel } from "./RulePanel.tsx";

/** Says of a ruling that came late what somebody else decided, or that the text changed. */
export function Late({ act: { problems, answer } }: { act: ComponentProps<typeof RulePanel>["act"] }) {
  const late = problems.find(({ field }) => field === "textId" || field === "version");
  if (!late) return null;
  const before = answer?.ruling;
  const outcome = before && outcomeNames[before.ruling.outcome]();
  return (
    <Notice tone="warn" live>
      {!outcome
        ? m.moderation_changed()
        : before.ruledBy
          ? m.moderation_already_by({ name: before.ruledBy, outcome })
          : m.moderation_already({ outcome })}
    </Notice>
  );
}
