import { m } from "@cahier/schema/messages";
import { type ComponentProps, useState } from "react";
import type { AppealOutcome } from "../../graphql/operations.generated.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { Appeals } from "./Appeals.tsx";
import { OwnAppeals } from "./OwnAppeals.tsx";

interface Props {
  appeals: ComponentProps<typeof Appeals>["appeals"];
  /** Appeals against what the viewer decided. */
  own: ComponentProps<typeof OwnAppeals>["appeals"];
  /** The page says elsewhere that none waits. */
  told?: boolean;
}

/** Appeals that the viewer decides, then those that somebody else does. */
export function AppealsRow({ appeals, own, told }: Props) {
  const [decided, setDecided] = useState<AppealOutcome | null>(null);
  if (told && !decided && appeals.length + own.length === 0) return null;
  return (
    <Row heading={m.moderation_appeals()} note={m.moderation_appeals_note()} id="appeals">
      {decided && (
        <Notice tone="done" live>
          {decided === "RESTORED" ? m.moderation_decided_RESTORED() : m.moderation_decided_CONFIRMED()}
        </Notice>
      )}
      {appeals.length > 0 ? (
        <Appeals appeals={appeals} onDecided={setDecided} />
      ) : (
        <p className="quiet">{m.moderation_appeals_none()}</p>
      )}
      <OwnAppeals appeals={own} />
    </Row>
  );
}
