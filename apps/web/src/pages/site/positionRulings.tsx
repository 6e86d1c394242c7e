import { lazy, Suspense } from "react";
import type { OwnRuling } from "../../features/minority/MinorityPositions.tsx";

/** Loaded for people who are signed in only. */
const PositionRuling = lazy(async () => ({ default: (await import("./PositionRuling.tsx")).PositionRuling }));

/** Rulings on the positions beside a proposal or a synthesis. */
export const positionRulings =
  (of: "proposal" | "synthesis", slug: string): OwnRuling =>
  (positionId) => (
    <Suspense>
      <PositionRuling of={of} slug={slug} positionId={positionId} />
    </Suspense>
  );
