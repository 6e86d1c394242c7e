import { m } from "@cahier/schema/messages";
import { isOtherTerm } from "@cahier/schema/text/terms";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import styles from "./Lists.module.css";
import { type Desk, type Item, moveListItem, removeListItem, retireListItem } from "./list.tsx";
import { ListItemForm } from "./ListItemForm.tsx";

/** A list, one under the other, each with what can be done of it. */
export function ListItems({ desk }: { desk: Desk }) {
  const { list, items, axes } = desk;
  const [open, setOpen] = useState<string | null>(null);
  const move = useAct(moveListItem, ["ListsPage"]);
  const retire = useAct(retireListItem, ["ListsPage"]);
  const remove = useAct(removeListItem, ["ListsPage"]);
  const acts = [move, retire, remove];
  const busy = acts.some((act) => act.busy);
  const refused = acts.flatMap(({ problems }) => problems);
  const placeOf = (item: Item) => {
    const beside = items.filter(({ axisId, id }) => axisId === item.axisId && !isOtherTerm(id));
    return { place: beside.indexOf(item) + 1, last: beside.length };
  };
  if (items.length === 0) return <p className="quiet">{m.list_none()}</p>;
  return (
    <>
      {refused.length > 0 && (
        <Notice tone="warn" live>
          {refused.map(problemSentence).join(" ")}
        </Notice>
      )}
      {acts.map((act, at) => (
        <Failed because={act.failed} key={at} />
      ))}
      <ol className={styles.items}>
        {items.map((item) => {
          const { id, label, labelEn, axisId, retired, used } = item;
          const what = label;
          const { place, last } = placeOf(item);
          const axis = axes.find((one) => one.id === axisId)?.label;
          return (
            <li key={id}>
              <div className={styles.line}>
                <span>
                  <b>{label}</b>
                  {labelEn && labelEn !== label && <span lang="en"> {labelEn}</span>}
                  <small>{[axis, used && m.list_used(), retired && m.list_retired()].filter(Boolean).join(", ")}</small>
                </span>
                <span className="cluster">
                  {place > 0 && (
                    <>
                      <Button
                        small
                        aria-label={m.list_up_of({ what })}
                        disabled={busy || place === 1}
                        onClick={() => void move.run({ list, id, to: place - 1 })}
                      >
                        <Icon name="up" size={17} />
                      </Button>
                      <Button
                        small
                        aria-label={m.list_down_of({ what })}
                        disabled={busy || place === last}
                        onClick={() => void move.run({ list, id, to: place + 1 })}
                      >
                        <Icon name="down" size={17} />
                      </Button>
                    </>
                  )}
                  <Button
                    small
                    aria-label={m.list_reword_of({ what })}
                    aria-expanded={open === id}
                    onClick={() => setOpen(open === id ? null : id)}
                  >
                    {m.list_reword()}
                  </Button>
                  {(used || retired) && (
                    <Button
                      small
                      disabled={busy}
                      aria-label={retired ? m.list_offer_of({ what }) : m.list_retire_of({ what })}
                      onClick={() => void retire.run({ list, id, retired: !retired })}
                    >
                      {retired ? m.list_offer() : m.list_retire()}
                    </Button>
                  )}
                  {!used && (
                    <Button
                      small
                      disabled={busy}
                      aria-label={m.list_remove_of({ what })}
                      onClick={() => void remove.run({ list, id })}
                    >
                      {m.list_remove()}
                    </Button>
                  )}
                </span>
              </div>
              {open === id && <ListItemForm desk={desk} item={item} onDone={() => setOpen(null)} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}
