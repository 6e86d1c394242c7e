import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as WatchingPage, loader } from "./WatchingPage.tsx";

export { loader };

/** The same in a browser without scripts. */
export function Component() {
  return (
    <>
      <title>{`${m.watch_watching()} · Cahier commun`}</title>
      <WithoutScripts>
        <WatchingPage />
      </WithoutScripts>
    </>
  );
}
