import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as StopWatchingPage } from "./StopWatchingPage.tsx";

/** The same in a browser without scripts. */
export function Component() {
  return (
    <>
      <title>{`${m.watch_stop()} · Cahier commun`}</title>
      <WithoutScripts>
        <StopWatchingPage />
      </WithoutScripts>
    </>
  );
}
