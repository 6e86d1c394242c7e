import { type ComponentProps, useEffect, useRef, useSyncExternalStore } from "react";
import { Key } from "../../ui/Key.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useMedia } from "../../ui/useMedia.ts";
import { Reactions } from "./Reactions.tsx";

/** Ways to react that have a key. */
const most = 3;

/** The block in hand, whose ways the keys press: the one that was opened, or had the focus, last. */
const inHand = { blocks: [] as string[], listeners: new Set<() => void>() };

const take = (blockId: string, on: boolean) => {
  if (on && inHand.blocks.at(-1) === blockId) return;
  const others = inHand.blocks.filter((id) => id !== blockId);
  inHand.blocks = on ? [...others, blockId] : others;
  for (const listener of inHand.listeners) listener();
};

const subscribe = (listener: () => void) => {
  inHand.listeners.add(listener);
  return () => void inHand.listeners.delete(listener);
};

/** The ways to react to a block and what was said of it; 1, 2 and 3 press the first ways of the block in hand. */
export function KeyedReactions(props: ComponentProps<typeof Reactions>) {
  const { subjectId } = props;
  const root = useRef<HTMLDivElement>(null);
  const keyed = useMedia("(pointer: fine)");
  const isInHand = useSyncExternalStore(subscribe, () => inHand.blocks.at(-1) === subjectId);
  useEffect(() => {
    take(subjectId, true);
    return () => take(subjectId, false);
  }, [subjectId]);
  const press = (at: number) => () => root.current?.querySelectorAll<HTMLElement>("fieldset button")[at]?.click();
  useKeys(isInHand ? { 1: press(0), 2: press(1), 3: press(2) } : {});
  return (
    <div className="flow" onFocus={() => take(subjectId, true)} ref={root}>
      <Reactions
        {...props}
        renderKey={(at) =>
          keyed &&
          isInHand &&
          at < most && (
            <>
              {" "}
              <Key>{at + 1}</Key>
            </>
          )
        }
      />
    </div>
  );
}
