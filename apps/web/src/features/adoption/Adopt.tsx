import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { AdoptionMethod, ProposalAdoptPage } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { adoptProposal, page } from "./adoption.mutations.tsx";
import { NotSent } from "./Reasoned.tsx";

interface Props {
  proposal: { id: string; version: number };
  /** Meetings already held, latest first. */
  meetings: readonly ProposalAdoptPage["meetings"][number][];
  regions: ProposalAdoptPage["territories"];
}

const numberOf = (fields: FormData, name: string) => {
  const typed = fields.get(name) as string | null;
  return typed ? Number(typed) : null;
};

/** The day of an instant, as a field of days takes it. */
const dayOf = (instant: string) => new Date(instant).toLocaleDateString("sv", { timeZone: "Europe/Paris" });

/** Records a decision: where, when, how, and who was there region by region. */
export function Adopt({ proposal: { id, version }, meetings, regions }: Props) {
  const act = useAct(adoptProposal, page);
  const [method, setMethod] = useState<AdoptionMethod>("CONSENT");
  const [meetingId, setMeeting] = useState(meetings[0]?.id ?? "");
  const [rows, setRows] = useState(1);
  const meeting = meetings.find((one) => one.id === meetingId);

  const send = (fields: FormData) =>
    void act.run({
      id,
      version,
      meetingId,
      decidedOn: fields.get("decidedOn") as string,
      method,
      votesFor: numberOf(fields, "votesFor"),
      votesAgainst: numberOf(fields, "votesAgainst"),
      abstentions: numberOf(fields, "abstentions"),
      quorum: numberOf(fields, "quorum"),
      presence: Array.from({ length: rows }, (_, place) => ({
        territory: fields.get(`presence.${place}.territory`) as string,
        people: numberOf(fields, `presence.${place}.people`) ?? 0,
      })).filter(({ territory, people }) => territory || people),
      note: fields.get("note") as string,
    });

  if (!meeting) return <p className="quiet">{m.adoption_no_meeting()}</p>;
  return (
    <Form label={m.adoption_adopt()} problems={act.problems} busy={act.busy} onSubmit={send}>
      <p className="quiet">{m.adoption_adopt_what()}</p>
      <Select
        name="meetingId"
        label={m.adoption_meeting()}
        value={meetingId}
        onChange={({ currentTarget }) => setMeeting(currentTarget.value)}
      >
        {meetings.map(({ id: value, title, startsAt }) => (
          <option value={value} key={value}>
            {title}, {formatDate(startsAt)}
          </option>
        ))}
      </Select>
      <TextField
        name="decidedOn"
        type="date"
        label={m.adoption_day()}
        defaultValue={dayOf(meeting.startsAt)}
        min={dayOf(meeting.startsAt)}
        key={meeting.id}
      />
      <Fieldset name="method" legend={m.adoption_method()}>
        <Choices>
          <RadioCard
            name="method"
            label={m.adoption_consent()}
            help={m.adoption_consent_what()}
            checked={method === "CONSENT"}
            onChange={() => setMethod("CONSENT")}
          />
          <RadioCard
            name="method"
            label={m.adoption_vote()}
            help={m.adoption_vote_what()}
            checked={method === "VOTE"}
            onChange={() => setMethod("VOTE")}
          />
        </Choices>
      </Fieldset>
      {method === "VOTE" && (
        <div className="cluster">
          <TextField name="votesFor" type="number" min={0} inputMode="numeric" label={m.adoption_for()} />
          <TextField name="votesAgainst" type="number" min={0} inputMode="numeric" label={m.adoption_against()} />
          <TextField name="abstentions" type="number" min={0} inputMode="numeric" label={m.adoption_abstentions()} />
        </div>
      )}
      <TextField name="quorum" type="number" min={1} inputMode="numeric" label={m.adoption_quorum()} optional />
      <Fieldset name="presence" legend={m.adoption_presence()}>
        <p className="quiet">{m.adoption_presence_what()}</p>
        {Array.from({ length: rows }, (_, place) => (
          <div className="cluster" key={place}>
            <Select
              name={`presence.${place}.territory`}
              label={m.adoption_region({ place: place + 1 })}
              defaultValue=""
            >
              <option value="">{m.adoption_choose_region()}</option>
              {regions.map(({ slug, name }) => (
                <option value={slug} key={slug}>
                  {name}
                </option>
              ))}
            </Select>
            <TextField
              name={`presence.${place}.people`}
              type="number"
              min={1}
              inputMode="numeric"
              label={m.adoption_people({ place: place + 1 })}
            />
          </div>
        ))}
        <Button small disabled={rows >= regions.length} onClick={() => setRows(rows + 1)}>
          {m.adoption_more_regions()}
        </Button>
      </Fieldset>
      <WritingArea name="note" label={m.adoption_note()} optional maxLength={limits["adoption.note"]} rows={3} />
      <NotSent failed={act.failed} />
      <Button type="submit" primary>
        {m.adoption_adopt()}
      </Button>
    </Form>
  );
}
