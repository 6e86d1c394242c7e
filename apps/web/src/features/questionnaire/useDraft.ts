import { useLayoutEffect, useState, useSyncExternalStore } from "react";
import { keepOnDevice, useDeviceValue } from "../../ui/device.ts";
import { allDrafts } from "./draft.ts";
import { DraftKeeper } from "./keeper.ts";

/** The draft of a questionnaire on this device: opened once the page is in a browser, the last one saved first. */
export function useDraft(about: ConstructorParameters<typeof DraftKeeper>[0]) {
  const [keeper] = useState(() => new DraftKeeper(about));
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept, keeper.kept);
  useLayoutEffect(() => {
    keeper.open(allDrafts(keeper.kept().draft.questionnaireId)[0]?.name);
    return keeper.listen();
  }, [keeper]);
  return { keeper, kept };
}

/** « Version simple »: one switch for all questionnaires, remembered on the device. */
export const usePlain = () =>
  [useDeviceValue("plain") === "yes", (on: boolean) => keepOnDevice("plain", on ? "yes" : "no")] as const;
