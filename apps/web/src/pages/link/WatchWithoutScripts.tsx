import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as WatchPage, loader } from "./WatchPage.tsx";

export { loader };

/** The same in a browser without scripts. */
export function Component() {
  return (
    <>
      <title>{`${m.watch_link()} · Cahier commun`}</title>
      <WithoutScripts>
        <WatchPage />
      </WithoutScripts>
    </>
  );
}
