import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useInstance } from "../../frame/instance.ts";
import type {
  AttendanceChannel,
  MeetingPresencePage,
  RecordPresence,
  RecordPresenceVariables,
} from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import type { FieldValues } from "../../ui/formFields.ts";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { presenceInWords } from "./meeting.labels.ts";
import { sayMeetingProblems } from "./meetingProblems.ts";
import { recordedPresence } from "./recordedPresence.fragment.tsx";

sayMeetingProblems();

const recordPresence: TypedDocumentNode<RecordPresence, RecordPresenceVariables> = gql`
  mutation RecordPresence($input: RecordPresenceInput!) {
    recordPresence(input: $input) {
      ...Form_outcome @unmask
      meeting {
        ...RecordedPresence_meeting @unmask
      }
    }
  }
  ${Form.fragment}
  ${recordedPresence}
`;

interface Props {
  meeting: NonNullable<MeetingPresencePage["meeting"]>;
  regions: MeetingPresencePage["regions"];
  departments: MeetingPresencePage["departments"];
  /** Names of the ways of coming. */
  channelNames: Readonly<Record<AttendanceChannel, () => string>>;
}

/** Attendance at a meeting, territory by territory; a line that is emptied is left out, and none takes it back. */
export function PresenceForm({ meeting, regions, departments, channelNames }: Props) {
  const { id, presenceVersion, hasPresence } = meeting;
  const { presence, channels } = meeting.recordedPresence ?? { presence: [], channels: [] };
  const { france } = useInstance();
  const act = useAct(recordPresence, ["MeetingPresencePage"]);
  const [rows, setRows] = useState(Math.max(presence.length, 1));
  // The version that was read: a refusal shows the one in force, and what was typed stays.
  const [read, setRead] = useState(presenceVersion);
  const stale = act.problems.some(({ code }) => code === "STALE");

  const send = async (fields: FormData) => {
    const field = (place: number, name: string) => (fields.get(`presence.${place}.${name}`) as string | null) ?? "";
    const done = await act.run({
      meetingId: id,
      version: read,
      presence: Array.from({ length: rows }, (_, place) => ({
        territory: field(place, "territory"),
        people: Number(field(place, "people")) || 0,
      })).filter(({ territory, people }) => territory || people),
      channels: keysOf(channelNames).map((channel, place) => ({
        channel,
        people: Number(fields.get(`channels.${place}.people`)) || 0,
      })),
    });
    setRead(done?.meeting ? done.meeting.presenceVersion : presenceVersion);
    return done;
  };
  const onFound = (fields: FieldValues) =>
    setRows((count) => Math.max(count, Object.keys(fields).filter((name) => /^presence\..*people$/.test(name)).length));

  return (
    <KeptForm
      kept={`presence:${id}`}
      version={presenceVersion}
      onFound={onFound}
      onOlder={setRead}
      label={m.meeting_presence()}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
    >
      <p className="quiet">{m.meeting_presence_what()}</p>
      {hasPresence && <p className="quiet">{m.meeting_presence_take_back()}</p>}
      {stale && (
        <Notice tone="warn">
          {hasPresence
            ? m.meeting_presence_stale({ presence: presenceInWords(presence) })
            : m.meeting_presence_stale_taken_back()}
        </Notice>
      )}
      <Fieldset name="presence" legend={m.meeting_presence()}>
        {Array.from({ length: rows }, (_, place) => (
          <div className="cluster" key={place}>
            <Select
              name={`presence.${place}.territory`}
              label={m.meeting_presence_territory({ place: place + 1 })}
              defaultValue={presence[place]?.territory.slug ?? ""}
            >
              <option value="">{m.meeting_presence_choose()}</option>
              {[regions, departments]
                .filter(({ length }) => length > 0)
                .map((those) => (
                  <optgroup
                    label={
                      those === regions
                        ? france
                          ? m.result_compare_regions()
                          : m.shell_nav_territories()
                        : france
                          ? m.territory_departments()
                          : m.territory_within()
                    }
                    key={those[0]?.slug}
                  >
                    {those.map(({ slug, name }) => (
                      <option value={slug} key={slug}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                ))}
            </Select>
            <TextField
              name={`presence.${place}.people`}
              type="number"
              min={1}
              inputMode="numeric"
              label={m.meeting_presence_people({ place: place + 1 })}
              defaultValue={presence[place]?.people ?? ""}
            />
          </div>
        ))}
        <Button small onClick={() => setRows(rows + 1)}>
          {m.meeting_presence_more()}
        </Button>
      </Fieldset>
      <Fieldset
        name="channels"
        legend={m.meeting_presence_channels()}
        help={m.meeting_presence_channels_help()}
        optional
      >
        <div className="cluster">
          {keysOf(channelNames).map((channel, place) => (
            <TextField
              key={channel}
              name={`channels.${place}.people`}
              type="number"
              min={0}
              inputMode="numeric"
              label={channelNames[channel]()}
              defaultValue={channels.find((one) => one.channel === channel)?.people ?? ""}
            />
          ))}
        </div>
      </Fieldset>
      <Failed because={act.failed} />
      {act.done && (
        <Notice tone="done" live>
          {hasPresence ? m.meeting_presence_saved() : m.meeting_presence_taken_back()}
        </Notice>
      )}
      <Button type="submit" primary>
        {m.meeting_presence_save()}
      </Button>
    </KeptForm>
  );
}
