import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { page, splitProposal } from "./adoption.mutations.tsx";
import type { ProposalToAdopt } from "./proposalToAdopt.ts";
import { newKey } from "../../ui/key.ts";
import { contentLang } from "../../i18n/content.ts";

const most = 5;

/** Splits a proposal: each sentence goes to one of the new ones, the first unless it is said otherwise. */
export function Split({ proposal: { id, version, statements } }: { proposal: ProposalToAdopt }) {
  const act = useAct(splitProposal, page);
  // The keys are made once: what is sent again makes no second one.
  const [keys, setKeys] = useState(() => [newKey(), newKey()]);
  const send = (fields: FormData) =>
    act.run({
      id,
      version,
      reason: fields.get("reason") as string,
      parts: keys.map((key, place) => ({
        key,
        title: fields.get(`parts.${place}.title`) as string,
        summary: fields.get(`parts.${place}.summary`) as string,
        statementIds: statements.flatMap((statement) =>
          fields.get(`goes.${statement.id}`) === String(place) ? statement.id : [],
        ),
      })),
    });
  return (
    <Disclosure summary={m.adoption_split()}>
      <KeptForm
        kept={`split:${id}`}
        label={m.adoption_split()}
        problems={act.problems}
        busy={act.busy}
        onSubmit={send}
        onFound={(fields) => {
          const more = Object.keys(fields).filter((name) => /^parts\.\d+\.title$/.test(name)).length - keys.length;
          if (more > 0) setKeys([...keys, ...Array.from({ length: more }, newKey)]);
        }}
      >
        <p className="quiet">{m.adoption_split_what()}</p>
        {keys.map((key, place) => (
          <Fieldset name={`parts.${place}`} legend={m.adoption_split_part({ place: place + 1 })} key={key}>
            <TextField
              name={`parts.${place}.title`}
              label={m.adoption_split_title({ place: place + 1 })}
              maxLength={limits["proposal.title"]}
            />
            <WritingArea
              name={`parts.${place}.summary`}
              label={m.adoption_split_summary({ place: place + 1 })}
              maxLength={limits["proposal.summary"]}
              rows={2}
            />
          </Fieldset>
        ))}
        <div className="cluster">
          {keys.length < most && (
            <Button small onClick={() => setKeys([...keys, newKey()])}>
              {m.adoption_split_more()}
            </Button>
          )}
          {keys.length > 2 && (
            <Button small onClick={() => setKeys(keys.slice(0, -1))}>
              {m.adoption_split_fewer()}
            </Button>
          )}
        </div>
        <Fieldset name="parts" legend={m.adoption_split_goes()}>
          {statements.map((statement) => (
            <Select
              name={`goes.${statement.id}`}
              label={<span lang={contentLang()}>{statement.text}</span>}
              defaultValue="0"
              key={statement.id}
            >
              {keys.map((key, place) => (
                <option value={place} key={key}>
                  {m.adoption_split_part({ place: place + 1 })}
                </option>
              ))}
            </Select>
          ))}
        </Fieldset>
        <WritingArea name="reason" label={m.adoption_reason()} maxLength={limits["proposal.stateReason"]} rows={3} />
        <Failed because={act.failed} />
        <Button type="submit">{m.adoption_split_do()}</Button>
      </KeptForm>
    </Disclosure>
  );
}
