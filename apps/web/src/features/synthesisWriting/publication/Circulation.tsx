import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { paths } from "../../../paths.ts";
import { today } from "../../../shared/daysSince.ts";
import { SignField, signedName } from "../../../shared/SignField.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
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

/** Opens the version under way to all, until a date; once it circulates, says until when, and moves that date. */
export function Circulation({ version }: { version: Version }) {
  const { synthesis } = use(DeskContext);
  const { circulatesUntil, publishesAt } = version;
  if (version.state !== "CIRCULATING" || !circulatesUntil)
    return synthesis.viewerCan.circulate ? <Until /> : <p>{m.synthesis_circulate_others()}</p>;
  const isOver = circulatesUntil < today();
  return (
    <>
      <p>
        {isOver ? m.synthesis_awaited_until() : m.synthesis_awaits_until()}{" "}
        <When date={circulatesUntil} format="long" />
        {isOver ? m.synthesis_circulated_still() : m.synthesis_circulates_still()}
      </p>
      {synthesis.viewerCan.write && publishesAt === null && (
        <Disclosure summary={m.synthesis_circulation_move()} key={circulatesUntil}>
          <Until since={circulatesUntil} />
        </Disclosure>
      )}
      <p>
        <More to={paths.synthesis(synthesis.slug)}>{m.synthesis_as_readers()}</More>
      </p>
    </>
  );
}

/** The last day of circulation: of one that begins, or in the place of the day that is in force. */
function Until({ since }: { since?: string }) {
  const { synthesis, hold } = use(DeskContext);
  const act = useAct(circulateSynthesis);
  const [proposed] = useState(() => fridayAfter(new Date()));
  const begins = since === undefined;
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={begins ? m.synthesis_circulate() : m.synthesis_circulation_move()}
      onSubmit={(fields) =>
        void hold(act.run({ id: synthesis.id, until: fields.get("until") as string, name: signedName(fields) }))
      }
    >
      {begins && <p className="prose">{m.synthesis_circulate_what()}</p>}
      <TextField
        name="until"
        type="date"
        label={m.synthesis_circulate_until()}
        help={m.synthesis_circulate_until_help()}
        defaultValue={since && since > today() ? since : proposed}
      />
      {begins && <SignField />}
      <Failed because={act.failed} />
      <Button type="submit" primary={begins}>
        {begins ? m.synthesis_circulate() : m.synthesis_save()}
      </Button>
    </Form>
  );
}
