import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { type FoundProposal, useProposalsFound } from "../../shared/useProposalsFound.tsx";
import { Button } from "../../ui/Button.tsx";
import { CheckboxCard, Choices } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { mergeProposal, page } from "./adoption.mutations.tsx";
import type { ProposalToAdopt } from "./proposalToAdopt.ts";
import { contentLang } from "../../i18n/content.ts";

/** Merges a proposal into another that is open, with the sentences that are chosen. */
export function Merge({ proposal: { id, version, statements } }: { proposal: ProposalToAdopt }) {
  const act = useAct(mergeProposal, page);
  const { found, field } = useProposalsFound(["OPEN"]);
  const [chosen, setChosen] = useState<FoundProposal>();
  // The choice stays, whatever is searched for next.
  const others = [chosen, ...(found ?? []).filter((one) => one.id !== id && one.id !== chosen?.id)].filter(
    (one) => one !== undefined,
  );
  if (!others.length && !field) return null;
  return (
    <Disclosure summary={m.adoption_merge()}>
      <KeptForm
        kept={`merge:${id}`}
        label={m.adoption_merge()}
        problems={act.problems}
        busy={act.busy}
        onSubmit={(fields) =>
          act.run({
            id,
            version,
            intoId: fields.get("intoId") as string,
            reason: fields.get("reason") as string,
            statementIds: fields.getAll("statementIds") as string[],
          })
        }
      >
        <p className="quiet">{m.adoption_merge_what()}</p>
        {field}
        <Select
          name="intoId"
          label={m.adoption_merge_into()}
          value={(chosen ?? others[0])?.id ?? ""}
          onChange={(event) => setChosen(others.find((one) => one.id === event.currentTarget.value))}
        >
          {others.map((other) => (
            <option lang={contentLang()} value={other.id} key={other.id}>
              {other.number}. {other.title}
            </option>
          ))}
        </Select>
        <Fieldset name="statementIds" legend={m.adoption_merge_statements()}>
          <Choices single>
            {statements.map((statement) => (
              <CheckboxCard
                name="statementIds"
                value={statement.id}
                defaultChecked
                label={<span lang={contentLang()}>{statement.text}</span>}
                key={statement.id}
              />
            ))}
          </Choices>
        </Fieldset>
        <WritingArea name="reason" label={m.adoption_reason()} maxLength={limits["proposal.stateReason"]} rows={3} />
        <Failed because={act.failed} />
        <Button type="submit">{m.adoption_merge_do()}</Button>
      </KeptForm>
    </Disclosure>
  );
}
