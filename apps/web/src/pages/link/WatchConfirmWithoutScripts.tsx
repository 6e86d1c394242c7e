import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as WatchConfirmPage } from "./WatchConfirmPage.tsx";

/** The same in a browser without scripts. */
export function Component() {
  return (
    <>
      <title>{`${m.watch_confirm()} · Cahier commun`}</title>
      <WithoutScripts>
        <WatchConfirmPage />
      </WithoutScripts>
    </>
  );
}
