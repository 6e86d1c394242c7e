import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type { WhoComes_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { BarList } from "../../ui/BarList.tsx";
import { channelNames } from "./attendance.labels.ts";

export const whoComes: TypedDocumentNode<WhoComes_meeting> = gql`
  fragment WhoComes_meeting on Meeting {
    id
    capacity
    coming {
      total
      waiting
      seatsLeft
      full
      elsewhere
      byRegion {
        people
        territory {
          id
          name
        }
      }
      regionCount
      silent {
        id
        name
      }
      byChannel {
        channel
        people
      }
    }
  }
`;

/** « Guyane, Mayotte et Corse » */
const names = (all: string[]) => new Intl.ListFormat(getLocale()).format(all);

const seatsInWords = (full: boolean, left: number | null) => {
  if (full) return m.attendance_full_now();
  return left === null ? m.attendance_few_left() : m.attendance_seats_left({ count: left });
};

const totalInWords = (count: number, over: boolean) => {
  if (over) return m.attendance_total_then({ count });
  return count > 0 ? m.attendance_total({ count }) : m.attendance_nobody_yet();
};

interface Props {
  meeting: WhoComes_meeting;
  /** True once the meeting took place: seats and silent regions are of no use any more. */
  over?: boolean;
}

/** People who come, or were to come, by region and by way of coming: no count tells who. */
export function WhoComes({ meeting: { capacity, coming }, over = false }: Props) {
  const { total, waiting, seatsLeft, full, elsewhere, byRegion, byChannel, silent } = coming;
  const regions = byRegion.map(({ territory, people }) => ({
    key: territory.id,
    label: <span lang={contentLang()}>{territory.name}</span>,
    value: people,
  }));
  const others =
    elsewhere > 0 && regions.length > 0 ? [{ key: "-", label: m.attendance_elsewhere(), value: elsewhere }] : [];
  return (
    <div className="flow">
      <p>
        <b>{totalInWords(total, over)}</b>
        {!over && capacity !== null && ` · ${seatsInWords(full, seatsLeft)}`}
        {!over && waiting > 0 && ` · ${m.attendance_waiting_count({ count: waiting })}`}
      </p>
      {byChannel.length > 0 && (
        <p>
          {byChannel
            .map(({ channel, people }) => `${channelNames[channel]()}${m.ui_colon()}${m.meeting_at_least({ people })}`)
            .join(" · ")}
        </p>
      )}
      {regions.length > 0 && <BarList bars={[...regions, ...others]} />}
      {!over && silent.length > 0 && (
        <p className="quiet">
          <b>{m.attendance_silent()}</b> {names(silent.map(({ name }) => name))}
        </p>
      )}
      {total > 0 && <p className="quiet">{m.attendance_small()}</p>}
    </div>
  );
}
