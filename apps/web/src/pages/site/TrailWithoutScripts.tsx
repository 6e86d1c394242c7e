import { m } from "@cahier/schema/messages";
import { useContext } from "react";
import { PostedContext } from "../../features/questionnaire/posted/posted.ts";
import { Notice } from "../../ui/Notice.tsx";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { Component as TrailPage, loader } from "./TrailPage.tsx";

export { loader };

/** State of a response, in a browser without scripts; right after sending, its reception. */
export function Component() {
  const sent = useContext(PostedContext)?.url.searchParams.has("sent");
  return (
    <>
      <title>{`${m.response_title()} · Cahier commun`}</title>
      <WithoutScripts>
        {sent && (
          <Notice tone="done">
            <b>{m.response_posted()}</b> {m.response_posted_note()}
          </Notice>
        )}
        <TrailPage />
      </WithoutScripts>
    </>
  );
}
