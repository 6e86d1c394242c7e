import { m } from "@cahier/schema/messages";
import { Link, useHref } from "react-router-dom";
import type { WatchPace, Watches_watching } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { paces } from "./paces.ts";
import { changeWatch } from "./watch.mutations.tsx";
import styles from "./Watches.module.css";

/** All that one follows, each with how soon one is told; changed at once, or by a form without scripts. */
export function Watches({ watching }: { watching: Watches_watching }) {
  const act = useAct(changeWatch, ["WatchingPage"]);
  const action = useHref(`/watching/change?key=${encodeURIComponent(watching.key ?? "")}`);
  const change = (kind: Watches_watching["watches"][number]["kind"], id: string, pace: WatchPace | null) =>
    void act.run({ kind, id, pace, key: watching.key });
  return (
    <>
      <output>{act.done && <Notice tone="done">{m.watch_changed()}</Notice>}</output>
      <Failed because={act.failed} />
      <ul className={styles.list}>
        {watching.watches.map(({ kind, id, title, path, pace }) => (
          <li key={`${kind} ${id}`}>
            <Link to={path} lang={contentLang()}>
              {title}
            </Link>
            <form
              className="cluster"
              method="post"
              action={action}
              onSubmit={(event) => {
                event.preventDefault();
                const chosen = new FormData(event.currentTarget, event.nativeEvent.submitter);
                change(kind, id, (chosen.get("pace") as WatchPace) || null);
              }}
            >
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="id" value={id} />
              {paces.map(([value, label]) => (
                <Button
                  key={value}
                  type="submit"
                  small
                  name="pace"
                  value={value}
                  aria-pressed={value === pace}
                  primary={value === pace}
                >
                  {label()}
                </Button>
              ))}
              <Button type="submit" small name="pace" value="">
                {m.watch_let_go()}
                <span className="visually-hidden">
                  {m.ui_colon()}
                  {title}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
