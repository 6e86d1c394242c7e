import { m } from "@cahier/schema/messages";
import { limits } from "@cahier/schema/limits";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { createTheme } from "./launch.mutations.tsx";

const kept = "theme new";

interface Props {
  axes: readonly { slug: string; name: string }[];
  onMade: (theme: { slug: string; title: string; sourceText: string }) => void;
}

/** A theme of one's own, added to those of an axis. */
export function NewTheme({ axes, onMade }: Props) {
  const act = useAct(createTheme, ["GroupNewPage"]);
  const send = async (fields: FormData) => {
    const text = (name: string) => fields.get(name) as string;
    const done = await act.run({ axis: text("axis"), title: text("title"), about: text("about") });
    if (!done?.theme) return;
    forgetKept(kept);
    onMade(done.theme);
  };
  return (
    <Disclosure summary={m.launch_theme_own()}>
      <Form problems={act.problems} busy={act.busy} onSubmit={send} label={m.launch_theme_own()}>
        <KeptFields name={kept} />
        <TextField name="title" data-most={limits["theme.title"]} label={m.launch_theme_title()} autoComplete="off" />
        <Select name="axis" label={m.launch_theme_axis()}>
          {axes.map(({ slug, name }) => (
            <option value={slug} key={slug}>
              {name}
            </option>
          ))}
        </Select>
        <WritingArea name="about" label={m.launch_theme_about()} rows={2} optional maxLength={limits["theme.about"]} />
        <Failed because={act.failed} />
        <Button type="submit">{m.launch_theme_add()}</Button>
      </Form>
    </Disclosure>
  );
}
