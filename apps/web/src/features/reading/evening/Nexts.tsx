import { Ends } from "./Ends.tsx";
import styles from "./Evening.module.css";
import { extended } from "./EveningText.tsx";
import { KeepForTwo } from "./ForTwo.tsx";
import { GoOn } from "./GoOn.tsx";
import { wordsOf } from "./texts.ts";
import type { useActs, useEnding } from "./useActs.ts";
import type { Texts } from "./useTexts.ts";
import type { Way } from "../way/useWay.ts";

interface Props {
  sheet: Texts;
  acts: ReturnType<typeof useActs>;
  ending: ReturnType<typeof useEnding>;
  way: Way;
}

/** Under the texts: the green button, and the ends of what is left to read. */
export function Nexts({ sheet: { texts, on, chosen, setPlace }, acts, ending, way }: Props) {
  const { alone, setAlone, count, ask, end } = ending;
  const extend = () => chosen && setPlace({ id: on.id, stretch: extended(on.body, chosen) });
  return (
    <div className={styles.nexts}>
      <GoOn
        words={wordsOf(texts)}
        onDone={() => void acts.done()}
        onPass={() => void way.next()}
        onExtend={chosen ? extend : undefined}
      />
      <Ends
        open={count}
        alone={alone}
        onAlone={setAlone}
        onEnd={(why) => void end(why, alone)}
        onWord={() => ask("NOT_UNDERSTOOD")}
      >
        <KeepForTwo on={on} onKeep={() => void acts.keep()} />
      </Ends>
    </div>
  );
}
