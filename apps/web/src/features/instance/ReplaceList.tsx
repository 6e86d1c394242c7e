import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { type Desk, replaceList } from "./list.tsx";

/** Another list in the place of this one, before anything names it. */
export function ReplaceList({ desk: { list, items } }: { desk: Desk }) {
  const act = useAct(replaceList, ["ListsPage"]);
  if (items.some(({ used }) => used) && list !== "AXIS") return <p className="quiet">{m.list_replace_not()}</p>;
  return (
    <Disclosure summary={m.list_replace()}>
      <KeptForm
        kept={`list:${list}:replace`}
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) =>
          act.run({ list, was: items.map(({ label }) => label), text: fields.get("text") as string })
        }
        label={m.list_replace()}
      >
        <p className="quiet">{m.list_replace_lead()}</p>
        <WritingArea
          name="text"
          label={m.list_replace_text()}
          help={list === "AXIS" || list === "THEME" ? m.list_replace_help_themes() : m.list_replace_help()}
          rows={8}
        />
        <Failed because={act.failed} />
        <Button type="submit" disabled={act.busy}>
          {m.list_replace_go()}
        </Button>
      </KeptForm>
    </Disclosure>
  );
}
