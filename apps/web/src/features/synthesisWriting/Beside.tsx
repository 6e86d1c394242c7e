import { limits } from "@cahier/schema/limits";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type FocusEvent, use, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { editSynthesis } from "./synthesis.mutations.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import { Differences } from "./Differences.tsx";
import { SaveState } from "./SaveState.tsx";
import { useSaving } from "../../ui/useSaving.ts";
import type { Version, Writing } from "./writing.tsx";

interface Fields {
  title: string;
  definition: string;
  notHeard: string;
  decisions: string;
  nextSteps: string;
  method: string;
}
type Name = keyof Fields;

/** One sentence a line. */
const lines = (list: readonly string[]) => list.join("\n");
const sentences = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const labels: Record<Name, () => string> = {
  title: m.synthesis_field_title,
  definition: m.synthesis_definition,
  notHeard: m.synthesis_not_heard,
  decisions: m.synthesis_decisions,
  nextSteps: m.synthesis_next,
  method: m.synthesis_method,
};

const areas: readonly { name: Exclude<Name, "title">; help: () => string; rows: number }[] = [
  { name: "definition", help: m.synthesis_field_definition_help, rows: 3 },
  { name: "notHeard", help: m.synthesis_field_not_heard_help, rows: 4 },
  { name: "decisions", help: m.synthesis_field_lines_help, rows: 3 },
  { name: "nextSteps", help: m.synthesis_field_lines_help, rows: 3 },
  { name: "method", help: m.synthesis_field_method_help, rows: 3 },
];

/** Texts of a version beside its paragraphs: saved when one leaves them, like paragraphs. */
export function Beside({ version }: { version: Version }) {
  const { synthesis, hold, refresh } = use(DeskContext);
  const [edit] = useMutation(editSynthesis);
  const [asked, setAsked] = useState(false);
  const saving = useSaving<Fields>({
    id: version.id,
    name: m.synthesis_beside(),
    version: version.edit,
    fields: fieldsOf(synthesis, version),
    refresh,
    send: async (fields, changed, read) => {
      const input = { id: synthesis.id, edit: read, ...inputOf(fields, changed) };
      const { data } = await hold(edit({ variables: { input } }));
      return data!.editSynthesis.problems;
    },
  });
  const { mine, set, dirty, save } = saving;
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (dirty && !event.currentTarget.contains(event.relatedTarget)) void save();
  };
  return (
    <div className="writing-beside" onBlur={leave}>
      <div className="writing-head">
        <h3>{m.synthesis_beside()}</h3>
        <SaveState state={saving.state} failure={saving.failure} />
      </div>
      <Form
        problems={saving.problems}
        summary={asked}
        busy={saving.busy}
        label={m.synthesis_beside()}
        onSubmit={() => {
          setAsked(true);
          void save();
        }}
      >
        <Differences
          saving={saving}
          labelOf={(field) => labels[field]()}
          show={(_, value) => String(value)}
          join={(field, a, b) => `${String(a)}${field === "title" ? " " : "\n"}${String(b)}`}
        />
        <TextField
          name="title"
          data-most={limits["synthesis.title"]}
          label={m.synthesis_field_title()}
          value={mine.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        {areas.map(({ name, help, rows }) => (
          <WritingArea
            name={name}
            label={labels[name]()}
            help={help()}
            rows={rows}
            optional={name !== "method"}
            value={mine[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
            key={name}
          />
        ))}
        <Button type="submit" small>
          {m.synthesis_save()}
        </Button>
      </Form>
    </div>
  );
}

const fieldsOf = ({ title }: Writing, version: Version): Fields => ({
  title,
  definition: version.definition ?? "",
  notHeard: lines(version.notHeard),
  decisions: lines(version.decisions),
  nextSteps: lines(version.nextSteps),
  method: version.method,
});

function inputOf(fields: Fields, changed: readonly Name[]) {
  const input: Partial<Record<Name, string | string[]>> = {};
  for (const name of changed)
    input[name] =
      name === "notHeard" || name === "decisions" || name === "nextSteps"
        ? sentences(fields[name])
        : fields[name].trim();
  return input as { title?: string; definition?: string; method?: string } & Record<"notHeard", string[]>;
}
