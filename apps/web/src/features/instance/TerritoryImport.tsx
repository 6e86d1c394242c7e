import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { TerritoryDeskParts } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { importTerritories, textOf } from "./territories.tsx";
import { TerritoryReading } from "./TerritoryReading.tsx";

/** The most bytes of a list: more than its five hundred lines take. */
const largest = 80_000;

/** A list of territories: read and shown line by line, then kept; and France again, while nothing names a territory. */
export function TerritoryImport({ desk }: { desk: TerritoryDeskParts }) {
  const look = useAct(importTerritories);
  const keep = useAct(importTerritories, ["InstanceTerritoriesPage", "InstanceOfPage"]);
  const [own, setOwn] = useState<readonly Problem[]>([]);
  const [asked, setAsked] = useState<{ text: string | null; extend: boolean } | null>(null);
  const used = desk.uses.length > 0;
  const busy = look.busy || keep.busy;
  /** Rows read and not kept yet: they stay until somebody answers whether they are. */
  const reading = asked && !keep.done ? look.answer?.reading : null;
  const ask = (input: { text: string | null; extend: boolean }) => {
    setOwn([]);
    setAsked(input);
    keep.reset();
    return look.run({ ...input, write: false });
  };
  const choose = async (fields: FormData) => {
    const file = fields.get("file");
    // An empty file field gives a file without a name.
    if (!(file instanceof File) || file.name === "") return setOwn([{ code: "REQUIRED", field: "file" }]);
    if (file.size > largest) return setOwn([{ code: "TOO_MANY_LINES", field: "file", value: "500" }]);
    await ask({ text: await textOf(file), extend: used || fields.get("way") === "extend" });
  };
  return (
    <div className="flow">
      <Form
        problems={[own, look.problems, keep.problems].find((list) => list.length > 0) ?? own}
        busy={busy}
        label={m.territories_import()}
        onSubmit={choose}
      >
        <TextField
          name="file"
          type="file"
          accept=".csv,text/csv"
          label={m.territories_file()}
          help={m.territories_file_help()}
          onChange={() => {
            setOwn([]);
            setAsked(null);
            look.reset();
            keep.reset();
          }}
        />
        {!used && (
          <Fieldset name="way" legend={m.territories_way()}>
            <Choices single>
              <RadioCard
                name="way"
                value="replace"
                label={m.territories_replace()}
                help={m.territories_replace_help()}
                defaultChecked
                onChange={() => setAsked(null)}
              />
              <RadioCard
                name="way"
                value="extend"
                label={m.territories_extend()}
                help={m.territories_extend_help()}
                onChange={() => setAsked(null)}
              />
            </Choices>
          </Fieldset>
        )}
        <Failed because={look.failed}>{m.territories_failed()}</Failed>
        <Button type="submit" disabled={busy}>
          {m.territories_read()}
        </Button>
      </Form>
      {keep.done && <Notice>{m.territories_done()}</Notice>}
      {reading && asked && (
        <TerritoryReading
          reading={reading}
          extend={asked.extend}
          replaced={desk.regions + desk.within}
          busy={busy}
          onKeep={() => void keep.run({ ...asked, write: true })}
        />
      )}
      <Failed because={keep.failed} />
      {!desk.france && !used && !reading && (
        <>
          <p className="quiet">{m.territories_back_lead()}</p>
          <Button disabled={busy} onClick={() => void ask({ text: null, extend: false })}>
            {m.territories_back()}
          </Button>
        </>
      )}
    </div>
  );
}
