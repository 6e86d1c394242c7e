import { gql, type TypedDocumentNode } from "@apollo/client";
import { meetingFields } from "@cahier/schema/meet/meeting.fields";
import { m } from "@cahier/schema/messages";
import { numberFrom, sentOf, type Typed, typedOf } from "@cahier/schema/typed";
import { newKey } from "../../ui/key.ts";
import type { Problem } from "../../ui/problems.ts";
import type { MeetingFieldsInput, MeetingSheet } from "../../graphql/operations.generated.ts";

/** All that the sheet of a meeting says, for the form that rewrites it. */
export const meetingSheet: TypedDocumentNode<MeetingSheet> = gql`
  fragment MeetingSheet on Meeting {
    id
    slug
    version
    draft
    title
    kind
    day
    from
    until
    place
    onlineLink
    relayRooms
    purpose
    access
    childcare
    signLanguage
    captions
    capacity
    territory {
      id
      slug
    }
    objectives {
      id
      slug
    }
    documents {
      id
      slug
    }
    agenda {
      id
      title
      minutes
      detail
      lead
    }
  }
`;

/** A point of an agenda as it is typed. */
export interface PointWords {
  /** Its id, or one made here for a new one. */
  key: string;
  isNew: boolean;
  title: string;
  minutes: string;
  detail: string;
  lead: string;
}

/** A meeting as it is typed. */
export type MeetingWords = Typed<typeof meetingFields> & {
  day: string;
  from: string;
  until: string;
  territory: string;
  objectives: readonly string[];
  documents: readonly string[];
  agenda: readonly PointWords[];
  /** Why what was announced moves. */
  reason: string;
};

export const noMeeting: MeetingWords = {
  ...typedOf(meetingFields, null),
  day: "",
  from: "",
  until: "",
  territory: "",
  objectives: [],
  documents: [],
  agenda: [],
  reason: "",
};

/** A meeting to be written: a field that the fragment leaves out does not compile. */
export const meetingWordsOf = (it: MeetingSheet): MeetingWords => ({
  ...typedOf(meetingFields, it),
  day: it.day,
  from: it.from,
  until: it.until ?? "",
  territory: it.territory?.slug ?? "",
  objectives: it.objectives.map(({ slug }) => slug),
  documents: it.documents.map(({ slug }) => slug),
  agenda: it.agenda.map(({ id, title, minutes, detail, lead }) => ({
    key: id,
    isNew: false,
    title,
    minutes: String(minutes),
    detail: detail ?? "",
    lead: lead ?? "",
  })),
  reason: "",
});

/** The same, to be announced again on another day: its points are new ones. */
export const copyOf = (it: MeetingSheet): MeetingWords => {
  const words = meetingWordsOf(it);
  return {
    ...words,
    day: "",
    agenda: words.agenda.map((point) => ({ ...point, key: newKey(), isNew: true })),
  };
};

/** The whole sheet, as it is sent. A kind is chosen before: the form has one at once. */
export const sentMeeting = (words: MeetingWords): MeetingFieldsInput => ({
  ...sentOf(meetingFields, words),
  kind: words.kind || "NATIONAL",
  day: words.day,
  from: words.from,
  until: words.until,
  territory: words.territory || null,
  objectives: [...words.objectives],
  documents: [...words.documents],
  agenda: words.agenda.map(({ key, isNew, title, minutes, detail, lead }) => ({
    id: isNew ? null : key,
    title,
    minutes: numberFrom(minutes) || 0,
    detail: detail || null,
    lead: lead || null,
  })),
});

/** Names of the fields, by the form and by the problems of the API, in the order of the form. */
export const fieldNames: Record<keyof MeetingWords, () => string> = {
  kind: m.meetingWriting_field_kind,
  title: m.meetingWriting_field_title,
  purpose: m.meetingWriting_field_purpose,
  day: m.meetingWriting_field_day,
  from: m.meetingWriting_field_from,
  until: m.meetingWriting_field_until,
  territory: m.meetingWriting_field_territory,
  place: m.meetingWriting_field_place,
  onlineLink: m.meetingWriting_field_onlineLink,
  relayRooms: m.meetingWriting_field_relayRooms,
  capacity: m.meetingWriting_field_capacity,
  reason: m.meetingWriting_field_reason,
  access: m.meetingWriting_field_access,
  childcare: m.meetingWriting_field_childcare,
  signLanguage: m.meetingWriting_field_signLanguage,
  captions: m.meetingWriting_field_captions,
  objectives: m.meetingWriting_field_objectives,
  documents: m.meetingWriting_field_documents,
  agenda: m.meetingWriting_field_agenda,
};

/** Problems in the order in which their fields stand in the form. */
export const inOrder = (problems: readonly Problem[]) => {
  const order = Object.keys(fieldNames);
  const place = ({ field }: Problem) => order.indexOf(field?.split(".")[0] ?? "");
  return problems.toSorted((one, other) => place(one) - place(other));
};

/** Names of the fields of a point. */
export const pointNames: Record<"title" | "minutes" | "detail" | "lead", () => string> = {
  title: m.meetingWriting_point_title,
  minutes: m.meetingWriting_point_minutes,
  detail: m.meetingWriting_point_detail,
  lead: m.meetingWriting_point_lead,
};
