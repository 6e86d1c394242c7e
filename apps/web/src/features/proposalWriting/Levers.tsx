import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { termLabel } from "../../i18n/vocabulary.ts";
import { offered } from "../../shared/choices.tsx";
import { CheckboxCard, Choices } from "../../ui/Choice.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { SaveButton } from "./SaveButton.tsx";
import { chooseLevers } from "./scaffold.mutations.tsx";
import { Theirs } from "./Theirs.tsx";

interface Term {
  key: string;
  label: string;
  labelEn: string;
}

/** The kinds of levers that a proposal pulls, out of the closed list. */
export function Levers({
  proposalId,
  levers,
  all,
}: {
  proposalId: string;
  levers: readonly Term[];
  all: readonly (Term & { retired: boolean })[];
}) {
  const act = useAct(chooseLevers, ["ProposalEditPage"]);
  // Levers when editing began; a refusal gives those in force.
  const [was, setWas] = useState(levers.map(({ key }) => key));
  const inForce = act.problems.find(({ code }) => code === "STALE")?.value;
  const theirs = inForce === undefined ? null : (inForce ?? "").split(" ").filter(Boolean);
  const save = async (fields: FormData) => {
    const chosen = fields.getAll("levers") as string[];
    if (await act.run({ proposalId, levers: chosen, was: theirs ?? was })) setWas(chosen);
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={save}>
      {theirs && (
        <Theirs
          text={all
            .filter(({ key }) => theirs.includes(key))
            .map((term) => termLabel(term))
            .join(", ")}
        />
      )}
      <Fieldset name="levers" legend={m.scaffold_levers()} optional>
        <Choices>
          {offered(all, was).map((term) => (
            <CheckboxCard
              name="levers"
              value={term.key}
              label={termLabel(term)}
              defaultChecked={was.includes(term.key)}
              key={term.key}
            />
          ))}
        </Choices>
      </Fieldset>
      <SaveButton saved={act.done} failed={act.failed} stale={!!theirs} />
    </Form>
  );
}
