import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { NearSheet_item } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Key } from "../../../ui/Key.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Find } from "../pins/Find.tsx";
import { useEvening, useSession } from "../evening/sending.tsx";
import type { NearSheetState } from "./useNearSheet.ts";
import styles from "./NearSheet.module.css";

interface Props {
  objective: NearSheet_item["objective"];
  sheet: NearSheetState;
}

/** The foot of the sheet: the key point that the kept texts are given to, their count, and the result. */
export function NearGive({ objective, sheet }: Props) {
  const { target, keeping, given, giveAll } = sheet;
  const regions = new Set(keeping.flatMap(({ text }) => text.region?.id ?? [])).size;
  return (
    <section className={styles.give} aria-labelledby="give-to">
      <h2 id="give-to">{m.near_sheet_give_to()}</h2>
      <Choice objective={objective} sheet={sheet} />
      <dl className={styles.sum}>
        <div>
          <dt>{m.near_sheet_kept()}</dt>
          <dd>{keeping.length}</dd>
        </div>
        <div>
          <dt>{m.near_sheet_regions()}</dt>
          <dd>{regions}</dd>
        </div>
      </dl>
      <Button primary disabled={!target || keeping.length === 0 || given > 0} onClick={giveAll}>
        {m.near_sheet_give({ count: keeping.length })} <Key>{m.evening_key_enter()}</Key>
      </Button>
      <Came sheet={sheet} />
      <p className="quiet">{m.near_sheet_own()}</p>
      <p className={`quiet ${styles.keys}`}>{m.near_sheet_keys()}</p>
    </section>
  );
}

/** The key point that was chosen, and the ways to choose another. */
function Choice({ objective, sheet: { keyPoints, target, setTarget, pin } }: Props) {
  const [finding, setFinding] = useState(false);
  const shown = keyPoints.find((keyPoint) => target && "id" in target && keyPoint.id === target.id);
  const sentence = target && ("newKeyPoint" in target ? target.newKeyPoint : target.sentence);
  return (
    <>
      {sentence ? (
        <p className={styles.target} lang={contentLang()}>
          {shown && <NatureSign nature={shown.nature} />}
          {sentence}
        </p>
      ) : (
        <p className="quiet">
          {m.near_sheet_choose()} <span className={styles.keys}>{m.near_sheet_choose_keys()}</span>
        </p>
      )}
      <ol className={styles.nine}>
        {keyPoints.slice(0, 9).map((keyPoint, index) => (
          <li key={keyPoint.id}>
            <button
              type="button"
              aria-pressed={shown?.id === keyPoint.id}
              title={keyPoint.sentence}
              onClick={() => setTarget(keyPoint)}
            >
              <Key>{index + 1}</Key> <NatureSign nature={keyPoint.nature} />{" "}
              <span lang={contentLang()}>{keyPoint.shortName ?? keyPoint.sentence}</span>
            </button>
          </li>
        ))}
      </ol>
      {objective && (
        <Find
          objective={objective}
          keyPoints={keyPoints}
          open={finding}
          canGive
          onOpen={() => setFinding(true)}
          onClose={() => setFinding(false)}
          onGive={setTarget}
          onPin={pin}
        />
      )}
    </>
  );
}

/** The result: texts that were given, or acts that were refused. */
function Came({ sheet: { given, refused, undo } }: Pick<Props, "sheet">) {
  const { acts } = useEvening(useSession());
  return (
    <>
      {given > 0 && refused.length === 0 && (
        <Notice tone="done" live>
          <span className="cluster">
            {acts.at(-1)?.said}
            <Button small onClick={undo}>
              {m.reading_undo()} <Key>U</Key>
            </Button>
          </span>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="warn" live>
          {m.near_sheet_refused({ count: refused.length })}
        </Notice>
      )}
    </>
  );
}
