import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Link } from "react-router-dom";
import type { SynthesisLackCode } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import { Publishing } from "../../../shared/Publishing.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { publishSynthesis, undoPublishSynthesis } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import type { Version } from "../writing.tsx";

/** Way to mend each lack: a view of this desk, or another page. */
const lacks: Record<
  SynthesisLackCode,
  { words: (count: number) => string; view?: string | null; hash?: string; to?: (objective: string) => string }
> = {
  NO_PARAGRAPH: { words: () => m.synthesis_lack_NO_PARAGRAPH(), view: null },
  WORKING_KEY_POINTS: { words: (count) => m.synthesis_lack_WORKING_KEY_POINTS({ count }), view: null },
  NOT_CIRCULATED: { words: () => m.synthesis_lack_NOT_CIRCULATED(), view: "returns" },
  STILL_CIRCULATING: { words: () => m.synthesis_lack_STILL_CIRCULATING(), view: "returns" },
  UNACCOUNTED: { words: (count) => m.synthesis_lack_UNACCOUNTED({ count }), view: "place" },
  TEXTS_WITHOUT_END: {
    words: (count) => m.synthesis_lack_TEXTS_WITHOUT_END({ count }),
    to: (objective) => paths.reading({ objective, only: "without-end" }),
  },
  TEXTS_HELD: { words: (count) => m.synthesis_lack_TEXTS_HELD({ count }), to: () => paths.moderation() },
  DISTORTED: { words: (count) => m.synthesis_lack_DISTORTED({ count }), view: "returns", hash: "#reviews" },
  CHANGES_NOT_SAID: { words: () => m.synthesis_lack_CHANGES_NOT_SAID(), view: "publish", hash: "#changes" },
};

/**
 * Flaws of a version before it is frozen, each linked; then its publication, by somebody other than the person who made
 * it circulate.
 */
export function Publication({ version }: { version: Version }) {
  const { synthesis, moderates, hold, refresh } = use(DeskContext);
  const act = useAct(publishSynthesis);
  const undo = useAct(undoPublishSynthesis);
  const { missing, publishesAt } = version;
  // True once this page has shown the wait before publication: it was undone where the version still circulates.
  const [waited, setWaited] = useState(false);
  if (publishesAt !== null && !waited) setWaited(true);
  const ready = missing.length === 0;
  const publish = async () => {
    if (!(await hold(act.run({ id: synthesis.id, revision: version.revision })))) refresh();
  };
  if (publishesAt !== null)
    return (
      <Publishing
        {...{ publishesAt, undo }}
        decidedHere={act.done}
        onUndo={() => void hold(undo.run({ id: synthesis.id }))}
        onLook={refresh}
      >
        {m.synthesis_publishing_what()}
      </Publishing>
    );
  return (
    <>
      {waited && <Notice live>{m.synthesis_publishing_undone()}</Notice>}
      <ErrorSummary problems={act.problems.filter(({ code }) => code !== "STALE")} />
      {act.problems.some(({ code }) => code === "STALE") && (
        <Notice tone="warn" live>
          {m.synthesis_publish_changed()}
        </Notice>
      )}
      {ready ? (
        <p className="writing-ready">
          <Icon name="tick" /> {m.synthesis_ready()}
        </p>
      ) : (
        <>
          <p>{m.synthesis_missing({ count: missing.length })}</p>
          <ul className="writing-missing">
            {missing.map(({ code, count }) => {
              const { words, view, hash = "", to } = lacks[code];
              return (
                <li key={code}>
                  <Icon name="alert" size={18} />
                  {code === "TEXTS_HELD" && !moderates ? (
                    <span>
                      {words(count)} {m.synthesis_held_by_whom()}
                    </span>
                  ) : (
                    <Link to={to?.(synthesis.objective.slug) ?? paths.synthesisWrite(synthesis.slug, { view }) + hash}>
                      {words(count)}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p className="quiet">{m.synthesis_publish_what()}</p>
      {!synthesis.viewerCan.publish && <Notice>{m.synthesis_second_person()}</Notice>}
      <Failed because={act.failed} />
      {synthesis.viewerCan.publish && (
        <p>
          <Button primary disabled={!ready || act.busy} onClick={() => void publish()}>
            {m.synthesis_publish({ version: version.version })}
          </Button>
        </p>
      )}
    </>
  );
}
