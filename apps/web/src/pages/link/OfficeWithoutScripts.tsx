import { m } from "@cahier/schema/messages";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as OfficePage, loader } from "./OfficePage.tsx";

export { loader };

/** The request to an office in a browser without scripts: read, answered, changed. */
export function Component() {
  return (
    <>
      <title>{`${m.office_tab()} · Cahier commun`}</title>
      <WithoutScripts>
        <OfficePage />
      </WithoutScripts>
    </>
  );
}
