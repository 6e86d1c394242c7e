import { m } from "@cahier/schema/messages";
import type { Taken_matter } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Failed } from "../../ui/Failed.tsx";
import { alsoSay, problemSentence } from "../../ui/problems.ts";
import { TextButton } from "../../ui/TextButton.tsx";
import { useAct } from "../../ui/useAct.ts";
import styles from "./Inbox.module.css";
import { letGoMatter, takeMatter } from "./matter.mutations.tsx";

alsoSay({ ALREADY_TAKEN: m.matter_already });

interface Props {
  matter: Omit<Taken_matter, " $fragmentName">;
  /** Id of the sentence that says what waits. */
  about: string;
}

/** « Je m’en occupe »: said to the others, until it is let go or lapses. */
export function Take({ matter: { id, taken, viewerCan }, about }: Props) {
  const take = useAct(takeMatter, ["DeskPage"]);
  const letGo = useAct(letGoMatter);
  const problems = [...take.problems, ...letGo.problems];
  const said = taken && { date: formatDate(taken.until, "short") };
  return (
    <div className={styles.take}>
      {said && (
        <span>
          {taken.byViewer
            ? m.matter_taken_you(said)
            : m.matter_taken_by({ ...said, name: taken.takenBy ?? m.matter_taken_somebody() })}
        </span>
      )}
      {viewerCan.take && (
        <TextButton disabled={take.busy} aria-describedby={about} onClick={() => void take.run({ id })}>
          {m.matter_take()}
        </TextButton>
      )}
      {viewerCan.letGo && (
        <TextButton disabled={letGo.busy} aria-describedby={about} onClick={() => void letGo.run({ id })}>
          {m.matter_let_go()}
        </TextButton>
      )}
      <output className={problems.length === 0 ? "visually-hidden" : undefined}>
        {problems.length > 0
          ? problems.map(problemSentence).join(" ")
          : taken?.byViewer && take.done
            ? m.matter_taken_now()
            : !taken && letGo.done
              ? m.matter_let_go_now()
              : ""}
      </output>
      <Failed because={take.failed ?? letGo.failed} />
    </div>
  );
}
