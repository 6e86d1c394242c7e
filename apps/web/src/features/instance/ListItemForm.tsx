import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import styles from "./Instance.module.css";
import { type Desk, type Item, writeListItem } from "./list.tsx";

interface Props {
  desk: Desk;
  /** The one that is worded again; none to add one. */
  item?: Item;
  onDone: () => void;
}

/** Words of one of a list: in both languages where they are words, in one where they are content. */
export function ListItemForm({ desk: { list, axes }, item, onDone }: Props) {
  const act = useAct(writeListItem, ["ListsPage"]);
  const isContent = list === "AXIS" || list === "THEME";
  const labels: Record<string, () => string> = {
    label: isContent ? m.list_label_content : m.list_label,
    labelEn: m.list_labelEn,
    axisId: m.list_axis,
  };
  const send = (fields: FormData) => {
    const said = (name: string) => (fields.get(name) as string | null) || null;
    const input = {
      list,
      id: item?.id ?? null,
      was: item?.label ?? null,
      label: said("label") ?? "",
      labelEn: said("labelEn"),
      axisId: said("axisId"),
    };
    return act.run(input);
  };
  return (
    <KeptForm
      kept={`list:${list}:${item?.id ?? "new"}`}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
      onSent={onDone}
      label={item ? m.list_reword_of({ what: item.label }) : m.list_add_form()}
      labelOf={(name) => labels[name]?.()}
    >
      <div className={styles.pair}>
        <TextField
          name="label"
          label={labels["label"]!()}
          defaultValue={item?.label}
          maxLength={limits["list.label"]}
        />
        {!isContent && (
          <TextField
            name="labelEn"
            label={m.list_labelEn()}
            defaultValue={item?.labelEn ?? ""}
            optional
            maxLength={limits["list.label"]}
          />
        )}
        {list === "THEME" && (
          <Select name="axisId" label={m.list_axis()} defaultValue={item?.axisId ?? ""}>
            <option value="">{m.list_axis_choose()}</option>
            {axes.map(({ id, label }) => (
              <option value={id} key={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </div>
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" small={!!item} primary={!item} disabled={act.busy}>
          {item ? m.list_reword() : m.list_add()}
        </Button>
      </div>
    </KeptForm>
  );
}
