import { useState } from "react";
import type { RulePanel_text, RulingOutcome } from "../../graphql/operations.generated.ts";
import { forgetKept } from "../../ui/kept.ts";
import { useKept } from "../../ui/useKept.ts";
import { type Mask, withMasks } from "./masks.ts";

interface Chosen {
  outcome: RulingOutcome;
  masks: Mask[];
}

/** The same as the device keeps it: places are those of one version of the text. */
interface Kept extends Chosen {
  version: string;
}

/** What is about to become of a text, and the places masked in it: proposed first, then as they were chosen on this device. */
export function useRuling({ id, version, parts }: Pick<RulePanel_text, "id" | "version" | "parts">) {
  const name = `ruling:${id}:masks`;
  const [chosen, setChosen] = useState<Chosen>(() => {
    const masks = parts.flatMap(({ name: part, contacts }) => contacts.map(({ start, end }) => ({ part, start, end })));
    return { masks, outcome: masks.length > 0 ? "MASKED" : "SHOWN" };
  });
  const { kept, found } = useKept<Kept>(name);
  const [putBack, setPutBack] = useState<unknown>(null);
  if (found && found !== putBack) {
    setPutBack(found);
    if (found.value.version === version) setChosen(found.value);
  }
  const choose = (change: Partial<Chosen>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    kept.keep({ ...next, version });
  };
  return {
    ...chosen,
    setOutcome: (outcome: RulingOutcome) => choose({ outcome }),
    setMasks: (masks: Mask[]) => choose({ masks }),
    /** Masks more places: that is what is to become of the text. */
    add: (added: Mask[]) => added.length > 0 && choose({ masks: withMasks(chosen.masks, added), outcome: "MASKED" }),
    forget: () => forgetKept(name),
  };
}
