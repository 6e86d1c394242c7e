import { useContext, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { keepOnDevice, useDeviceValue } from "../../ui/device.ts";
import { allDrafts } from "./draft.ts";
import { DraftKeeper } from "./keeper.ts";
import { PlaceContext } from "./place.ts";

/** The draft of a questionnaire on this device: opened once the page is in a browser, the last one saved first. */
export function useDraft(about: ConstructorParameters<typeof DraftKeeper>[0]) {
  const { device } = useContext(PlaceContext);
  const [keeper] = useState(() => new DraftKeeper(about, device));
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept, keeper.kept);
  useLayoutEffect(() => {
    keeper.open(allDrafts(keeper.kept().draft.questionnaireId, device)[0]?.name);
    return keeper.listen();
  }, [keeper, device]);
  return { keeper, kept };
}

/** « Version simple »: one switch for all questionnaires, remembered on the device. */
export function usePlain() {
  const { plain } = useContext(PlaceContext);
  const kept = useDeviceValue("plain") === "yes";
  return plain ?? ([kept, (on: boolean) => void keepOnDevice("plain", on ? "yes" : "no")] as const);
}
