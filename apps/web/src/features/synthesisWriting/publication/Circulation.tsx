import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { paths } from "../../../paths.ts";
import { SignField, signedName } from "../../../shared/SignField.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { More } from "../../../ui/More.tsx";
import { useAct } from "../../../ui/useAct.ts";
import { When } from "../../../ui/When.tsx";
import { circulateSynthesis } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { fridayAfter } from "./friday.ts";
import type { Version } from "../writing.tsx";

/** Opens the version under way to all, until a date; once it circulates, says until when. */
export function Circulation({ version }: { version: Version }) {
  const { synthesis, hold } = use(DeskContext);
  const act = useAct(circulateSynthesis);
  const [proposed] = useState(() => fridayAfter(new Date()));
  if (version.state === "CIRCULATING")
    return (
      <>
        <p>
          {m.synthesis_awaits_until()} <When date={version.circulatesUntil!} format="long" />
          {m.synthesis_circulates_still()}
        </p>
        <p>
          <More to={paths.synthesis(synthesis.slug)}>{m.synthesis_as_readers()}</More>
        </p>
      </>
    );
  if (!synthesis.viewerCan.circulate) return <p>{m.synthesis_circulate_others()}</p>;
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.synthesis_circulate()}
      onSubmit={(fields) =>
        void hold(act.run({ id: synthesis.id, until: fields.get("until") as string, name: signedName(fields) }))
      }
    >
      <p className="prose">{m.synthesis_circulate_what()}</p>
      <TextField
        name="until"
        type="date"
        label={m.synthesis_circulate_until()}
        help={m.synthesis_circulate_until_help()}
        defaultValue={proposed}
      />
      <SignField />
      <Failed because={act.failed} />
      <Button type="submit" primary>
        {m.synthesis_circulate()}
      </Button>
    </Form>
  );
}
