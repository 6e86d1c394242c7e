import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as StopMailsPage } from "./StopMailsPage.tsx";

/** The same in a browser without scripts. */
export function Component() {
  return (
    <>
      <title>{`${m.trail_stop()} · Cahier commun`}</title>
      <WithoutScripts>
        <StopMailsPage />
      </WithoutScripts>
    </>
  );
}
