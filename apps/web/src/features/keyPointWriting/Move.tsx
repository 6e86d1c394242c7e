import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { moveKeyPoint, page, removeKeyPoint } from "./keyPoint.mutations.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Listed, OnDone, Opened } from "./panel.tsx";
import { PlaceOptions } from "./Places.tsx";
import { heldBy } from "./tree.ts";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  keyPoint: Opened;
  /** Other key points of its objective. */
  others: readonly Listed[];
  objectives: readonly { slug: string; number: number; name: string }[];
  onDone: OnDone;
}

/** Puts the key point under another, or in another objective. */
export function Move({ keyPoint, others, objectives, onDone }: Props) {
  const { id, version, parent, objective } = keyPoint;
  const under = useAct(moveKeyPoint, page);
  const away = useAct(moveKeyPoint, page);
  const held = heldBy(others, id);
  const move = async (act: typeof under, to: { parentId?: string | null; objective?: string }) => {
    if (await act.run({ id, version, ...to })) onDone(m.keyPointWriting_moved());
  };
  return (
    <Disclosure summary={m.keyPointWriting_move()}>
      <div className="flow">
        <Form
          problems={under.problems}
          busy={under.busy}
          label={m.keyPointWriting_move_under()}
          onSubmit={(fields) => void move(under, { parentId: (fields.get("parentId") as string) || null })}
        >
          <Select name="parentId" label={m.keyPointWriting_parent()} defaultValue={parent?.id ?? ""} key={parent?.id}>
            <option value="">{m.keyPointWriting_no_parent()}</option>
            <PlaceOptions keyPoints={others.filter((one) => !held.has(one.id))} />
          </Select>
          <Failed because={under.failed} />
          <Button type="submit" small>
            {m.keyPointWriting_move_do()}
          </Button>
        </Form>
        {objectives.length > 1 && (
          <Form
            problems={away.problems}
            busy={away.busy}
            label={m.keyPointWriting_move_objective()}
            onSubmit={(fields) => void move(away, { objective: fields.get("objective") as string })}
          >
            <Select
              name="objective"
              label={m.keyPointWriting_move_objective()}
              help={m.keyPointWriting_move_objective_what()}
              defaultValue={objectives.find(({ slug }) => slug !== objective.slug)?.slug}
            >
              {objectives
                .filter(({ slug }) => slug !== objective.slug)
                .map(({ slug, number, name }) => (
                  <option lang={contentLang()} value={slug} key={slug}>
                    {number}. {name}
                  </option>
                ))}
            </Select>
            <Failed because={away.failed} />
            <Button type="submit" small>
              {m.keyPointWriting_move_do()}
            </Button>
          </Form>
        )}
      </div>
    </Disclosure>
  );
}

/** Removes a key point that nothing holds to. */
export function Remove({ keyPoint, onDone }: Pick<Props, "keyPoint" | "onDone">) {
  const { id, version, sentence } = keyPoint;
  const act = useAct(removeKeyPoint, page);
  const remove = async () => {
    if (await act.run({ id, version })) onDone(m.keyPointWriting_removed({ sentence }), null);
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={() => void remove()}>
      <p className="quiet">{m.keyPointWriting_remove_what()}</p>
      <Failed because={act.failed} />
      <Button type="submit" small>
        {m.keyPointWriting_remove()}
      </Button>
    </Form>
  );
}
