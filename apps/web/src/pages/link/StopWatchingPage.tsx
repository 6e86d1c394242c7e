import { m } from "@cahier/schema/messages";
import { useHref, useNavigate, useSearchParams } from "react-router-dom";
import { stopWatching } from "../../features/watch/watch.mutations.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";

/** Page of the stop link: one more press, by a plain form; an account stops its own. */
export function Component() {
  const [search] = useSearchParams();
  const key = search.get("key");
  const own = search.has("own");
  const action = useHref(`/watching/stop?key=${encodeURIComponent(key ?? "")}`);
  const act = useAct(stopWatching);
  const navigate = useNavigate();
  if (key || own)
    return (
      <Ruled>
        <PageHead title={m.watch_stop()} lead={m.watch_stop_lead()}>
          <form
            method="post"
            action={action}
            onSubmit={
              own
                ? (event) => {
                    event.preventDefault();
                    void act.run({}).then((it) => it && navigate("/watching/stop?stopped"));
                  }
                : undefined
            }
          >
            <Button type="submit" primary>
              {m.watch_stop_do()}
            </Button>
          </form>
          <Failed because={act.failed} />
        </PageHead>
      </Ruled>
    );
  const [title, lead] = search.has("stopped")
    ? [m.watch_stop_done(), m.watch_stop_done_lead()]
    : [m.watch_stop_unknown(), m.watch_stop_unknown_lead()];
  return (
    <Ruled>
      <PageHead title={title} lead={lead} />
    </Ruled>
  );
}
