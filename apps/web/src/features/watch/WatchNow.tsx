import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { watch } from "./watch.mutations.tsx";
import type { WatchedThing } from "./watch.paths.ts";

/** Follows a thing in one press, with an account, as whoever joins does: once a week. The query `again` is asked again. */
export function WatchNow({ kind, id, again }: WatchedThing & { again: string }) {
  const act = useAct(watch, [again]);
  return (
    <>
      <Button
        small
        disabled={act.busy}
        onClick={() => void act.run({ kind, id, pace: "WEEKLY", language: getLocale() })}
      >
        {m.watch_by_mail()}
      </Button>
      {act.problems.length > 0 && <span role="alert">{act.problems.map(problemSentence).join(" ")}</span>}
      <Failed because={act.failed} />
    </>
  );
}
