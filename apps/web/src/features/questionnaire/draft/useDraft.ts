import { useApolloClient } from "@apollo/client/react";
import { useContext, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { useSearchParams } from "react-router-dom";
import { keepOnDevice, useDeviceValue } from "../../../ui/device.ts";
import { allDrafts } from "./draft.ts";
import { type Changed, DraftKeeper } from "./keeper.ts";
import { PlaceContext } from "../place.ts";

const loadServer = () => import("./onServer.tsx");

/**
 * The draft of a questionnaire on this device: opened once the page is in a browser, the last one saved first, and kept
 * on the server too. What changes a response that was sent has a draft of its own, on the device alone; `changed` is
 * the same as long as the page is.
 */
export function useDraft(about: ConstructorParameters<typeof DraftKeeper>[0], changed?: Changed) {
  const { device, onServer } = useContext(PlaceContext);
  const [keeper] = useState(() => new DraftKeeper(about, device, changed));
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept, keeper.kept);
  const client = useApolloClient();
  useLayoutEffect(() => {
    keeper.open(changed?.name ?? allDrafts(keeper.kept().draft.questionnaireId, device)[0]?.name);
    void keeper.mend();
    const stops = [keeper.listen()];
    let left = false;
    if (onServer && !changed)
      loadServer().then(
        ({ keepOnServer }) => left || stops.push(keepOnServer(keeper, client)),
        () => keeper.tell({ server: "away" }),
      );
    return () => {
      left = true;
      for (const stop of stops) stop();
    };
  }, [keeper, client, device, onServer, changed]);
  return { keeper, kept };
}

/** « Version simple »: one switch for all questionnaires, remembered on the device; an address may begin with it. */
export function usePlain() {
  const { plain } = useContext(PlaceContext);
  const [params] = useSearchParams();
  const chosen = useDeviceValue("plain");
  const kept = chosen === "yes" || (chosen === null && params.get("plain") === "yes");
  return plain ?? ([kept, (on: boolean) => void keepOnDevice("plain", on ? "yes" : "no")] as const);
}
