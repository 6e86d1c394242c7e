import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type {
  AttendanceChannel,
  AttendanceNeed,
  AttendanceSaidInput,
  AttendFields_meeting,
  AttendRegions,
  AttendRegionsVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { regionChoice } from "../../shared/choices.tsx";
import { CheckboxCard, Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import styles from "./AttendFields.module.css";
import { channelNames, needNames } from "./attendance.labels.ts";

/** Asked with the form: a page that is only read needs no list of regions. */
const query: TypedDocumentNode<AttendRegions, AttendRegionsVariables> = gql`
  query AttendRegions {
    territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${regionChoice}
`;

/** Ways of coming that a meeting has. */
export const attendFields: TypedDocumentNode<AttendFields_meeting> = gql`
  fragment AttendFields_meeting on Meeting {
    id
    remote
    relayRooms
    coming {
      full
    }
  }
`;

/** The answers given before, to be changed. */
export interface Before {
  name: string | null;
  territory: { slug: string } | null;
  channel: AttendanceChannel;
  relayRoom: string | null;
  needs: readonly AttendanceNeed[];
  needsMore: string | null;
}

interface Props {
  meeting: AttendFields_meeting;
  before?: Before;
  children?: ReactNode;
}

/** A way of coming, as its button says it: a relay room with its name. */
const wayOf = ({ channel, relayRoom }: Before) => (channel === "RELAY" ? `RELAY ${relayRoom ?? ""}` : channel);

/** The way one comes, which alone must be told where there are several; then the needs to take part, and who and from where. */
export function AttendFields({ meeting: { remote, relayRooms, coming }, before, children }: Props) {
  const alone = !remote && relayRooms.length === 0;
  const [chosen, setChosen] = useState(before !== undefined || alone);
  const choose = () => setChosen(true);
  const regions = useQuery(query, { skip: !chosen }).data?.territories ?? [];
  const [territory, setTerritory] = useState(before?.territory?.slug ?? "");
  const way = before && wayOf(before);
  const full = coming.full && before?.channel !== "ROOM";
  return (
    <>
      <Fieldset name="channel" legend={m.attendance_how()}>
        <Choices single>
          <RadioCard
            name="channel"
            value="ROOM"
            onChange={choose}
            defaultChecked={alone || way === "ROOM"}
            label={channelNames.ROOM()}
            help={full && m.attendance_full()}
          />
          {remote && (
            <RadioCard
              name="channel"
              value="ONLINE"
              onChange={choose}
              defaultChecked={way === "ONLINE"}
              label={channelNames.ONLINE()}
            />
          )}
          {remote && (
            <RadioCard
              name="channel"
              value="PHONE"
              onChange={choose}
              defaultChecked={way === "PHONE"}
              label={channelNames.PHONE()}
            />
          )}
          {relayRooms.map((room) => (
            <RadioCard
              key={room}
              name="channel"
              onChange={choose}
              value={`RELAY ${room}`}
              defaultChecked={way === `RELAY ${room}`}
              label={channelNames.RELAY()}
              help={<span lang={contentLang()}>{room}</span>}
            />
          ))}
        </Choices>
      </Fieldset>
      <Fieldset name="needs" legend={m.attendance_needs()} help={m.attendance_needs_help()} optional>
        <Choices single>
          {keysOf(needNames).map((need) => (
            <CheckboxCard
              key={need}
              name="needs"
              value={need}
              defaultChecked={before?.needs.includes(need) ?? false}
              label={needNames[need]()}
            />
          ))}
        </Choices>
      </Fieldset>
      <div className={`flow ${styles.rest}`}>
        <WritingArea
          name="needsMore"
          label={m.attendance_needs_more()}
          optional
          rows={2}
          maxLength={limits["attendance.needs"]}
          defaultValue={before?.needsMore ?? ""}
        />
        <TextField
          name="name"
          label={m.attendance_name()}
          help={m.attendance_name_help()}
          optional
          maxLength={limits["attendance.name"]}
          defaultValue={before?.name ?? ""}
        />
        <Select
          name="territory"
          label={m.attendance_territory()}
          optional
          value={territory}
          onChange={({ currentTarget: { value } }) => setTerritory(value)}
        >
          <option value="">{m.attendance_territory_none()}</option>
          {regions.map(({ slug, name }) => (
            <option value={slug} key={slug}>
              {name}
            </option>
          ))}
        </Select>
        {children}
      </div>
    </>
  );
}

/** The values typed in these fields; a way that was not chosen is the room, which the form asks for first. */
export function saidIn(fields: FormData): AttendanceSaidInput {
  const text = (name: string) => (fields.get(name) as string | null)?.trim() || null;
  const way = text("channel") ?? "ROOM";
  const relay = way.startsWith("RELAY ");
  return {
    name: text("name"),
    territory: text("territory"),
    channel: relay ? "RELAY" : (way as AttendanceChannel),
    relayRoom: relay ? way.slice("RELAY ".length) : null,
    needs: fields.getAll("needs") as AttendanceNeed[],
    needsMore: text("needsMore"),
  };
}
