import { m } from "@cahier/schema/messages";
import { memo, type ReactNode, useRef } from "react";
import type { EveningAround, ReadingTextPage } from "../../../graphql/operations.generated.ts";
import { useDeviceValue } from "../../../ui/device.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Keys } from "../keys/Keys.tsx";
import { ObjectiveSelect } from "../ObjectiveSelect.tsx";
import { usePins } from "../pins/usePins.tsx";
import { ReadForm } from "../ReadForm.tsx";
import styles from "./Evening.module.css";
import { EveningText } from "./EveningText.tsx";
import { Blind } from "./ForTwo.tsx";
import { GiveTo, goesOn } from "../pins/GiveTo.tsx";
import { Leaf } from "./Leaf.tsx";
import { Marked } from "./Marked.tsx";
import { useOfText } from "../ofText.ts";
import { Nexts } from "./Nexts.tsx";
import { Panel } from "./Panel.tsx";
import { Peek } from "./Peek.tsx";
import type { Text } from "./texts.ts";
import { Toasts } from "./Toasts.tsx";
import { Top } from "./Top.tsx";
import { useActs, useEnding } from "./useActs.ts";
import { useSheetKeys } from "./useSheetKeys.ts";
import { type Item, useTexts } from "./useTexts.ts";
import { type Queue, useWay } from "../way/useWay.ts";

/** The panel that is open over the texts. */
type Shown = "whole" | "keys" | null;

interface Props extends Queue {
  item: Item;
  readingDesk: ReadingTextPage["readingDesk"];
  around: EveningAround;
  /** The rest of the response, and what is near the text that one is on. */
  renderWhole: (item: Item, on: Text) => ReactNode;
}

/**
 * The sheet of one response in an evening, with all that is done on its texts; it fills the screen. It stays from one
 * text to the next, which costs what differs between them.
 */
export const Sheet = memo(function Sheet({ item, readingDesk, around, renderWhole, ...queue }: Props) {
  const { objective } = around;
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useOfText<Shown>(item.id, () => null);
  const [finding, setFinding] = useOfText(item.id, () => false);
  const leadsOn = useDeviceValue(goesOn) === "1";
  const sheet = useTexts(item);
  const { texts, on } = sheet;
  const way = useWay(queue, item);
  const back = () => {
    setFinding(false);
    list.current?.focus();
  };
  const acts = useActs({ item, sheet, way, leadsOn, back });
  const ending = useEnding(item.id, sheet, acts.read);
  const { keyPoints, pin } = usePins(objective);
  const toggle = (what: Shown) => {
    if (shown === what) back();
    setShown(shown === what ? null : what);
  };
  const leave = () => (shown ? toggle(shown) : finding ? back() : sheet.setPlace({ id: on.id, stretch: null }));
  useSheetKeys({ way, acts, ending, keyPoints, show: setShown, toggle, leave });

  const digits = new Map(keyPoints.slice(0, 9).map((keyPoint, index) => [keyPoint.sentence, index + 1]));
  const toggleWhole = () => toggle("whole");
  return (
    <div className={styles.evening}>
      <Top counts={readingDesk} onQuit={() => void way.quit()} onKeys={() => toggle("keys")}>
        <Objective item={item} />
      </Top>
      <div className={styles.desk}>
        <div className={styles.reading} data-scrolled>
          <Blind texts={texts} />
          <Leaf item={item} whole={shown === "whole"} onWhole={toggleWhole}>
            {!texts.some((text) => text.canMark) && <Notice tone="info">{m.reading_unpublished()}</Notice>}
            <EveningText
              texts={texts}
              ended={sheet.ended}
              digitOf={({ keyPoint }) => digits.get(keyPoint.sentence)}
              place={sheet.place}
              onPlace={sheet.setPlace}
              arrival={item.id}
              ref={list}
              key={item.id}
            />
          </Leaf>
          <Nexts {...{ sheet, acts, ending, way }} />
        </div>
        <Peek id={item.nextId} />
        <Toasts texts={texts} missing={way.missing} onUndo={acts.undo} onGo={way.go} onWhole={toggleWhole} />
        <Panels shown={shown} onToggle={toggle}>
          {shown === "whole" && renderWhole(item, on)}
          <Marked texts={texts} />
        </Panels>
      </div>
      {texts.some((text) => text.canMark) && objective && (
        <GiveTo
          {...{ objective, sheet, keyPoints, finding, leadsOn }}
          onFinding={(now) => (now ? setFinding(true) : back())}
          onGive={acts.give}
          onPin={pin}
        />
      )}
      <Dialog open={!!ending.asking} onClose={() => ending.ask(null)} title={m.reading_not_retained()}>
        <ReadForm
          kept={`read:${item.id}`}
          first={ending.asking!}
          themes={otherThemes(around, item)}
          objective={objective}
          keyPoints={keyPoints}
          onSay={ending.say}
        />
      </Dialog>
    </div>
  );
});

/** Themes that a text may be handed to: its own is none. */
const otherThemes = ({ axes }: EveningAround, { contribution }: Item) =>
  axes.flatMap((axis) => axis.themes).filter(({ id }) => id !== contribution.theme?.id);

/** The objective of the key points; a choice where the response may serve several. */
const Objective = ({ item: { objective, objectives } }: { item: Item }) =>
  objective && objectives.length > 1 ? (
    <ObjectiveSelect objectives={objectives} chosen={objective.slug} />
  ) : (
    objective && m.objective_number(objective)
  );

interface PanelsProps {
  shown: Shown;
  onToggle: (what: Shown) => void;
  /** The whole response. */
  children: ReactNode;
}

/** The panel that is open over the texts: the whole response, or all keys. */
const Panels = ({ shown, onToggle, children }: PanelsProps) =>
  shown === "whole" ? (
    <Panel title={m.evening_whole()} letter="C" onClose={() => onToggle("whole")} key="whole">
      {children}
    </Panel>
  ) : (
    shown === "keys" && (
      <Panel title={m.evening_keys()} letter="?" onClose={() => onToggle("keys")} key="keys">
        <Keys />
      </Panel>
    )
  );
