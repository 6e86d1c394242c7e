import { keepOnDevice } from "../../../ui/device.ts";
import { Foot } from "./Foot.tsx";
import { type PinnedKeyPoint, Pins } from "./Pins.tsx";
import type { Pins_objective } from "../../../graphql/operations.generated.ts";
import { useSuggestions } from "../suggesting.tsx";
import type { Target } from "../evening/session.ts";
import type { Texts } from "../evening/useTexts.ts";

/** Name under which a device keeps that a sentence that is given leads to the next text. */
export const goesOn = "evening:goes-on";

interface Props {
  objective: Pins_objective;
  sheet: Texts;
  keyPoints: readonly PinnedKeyPoint[];
  finding: boolean;
  leadsOn: boolean;
  onFinding: (finding: boolean) => void;
  onGive: (target: Target) => void;
  onPin: (id: string, digit: number) => void;
}

/** Key points to give the chosen words to; those near them are marked as they are found. */
export function GiveTo({ objective, sheet: { texts, on, chosen }, leadsOn, ...pins }: Props) {
  const { found } = useSuggestions(on.id, objective.slug, chosen);
  return (
    <Pins
      {...pins}
      objective={objective}
      given={new Set(texts.flatMap(({ marks }) => marks.map(({ keyPoint }) => keyPoint.id)))}
      found={found}
      canGive={!!chosen}
    >
      <Foot leadsOn={leadsOn} onLeadsOn={(now) => keepOnDevice(goesOn, now ? "1" : "0")} />
    </Pins>
  );
}
