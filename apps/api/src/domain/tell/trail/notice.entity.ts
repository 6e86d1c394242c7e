import { EntitySchema } from "typeorm";
import type { NewsKind } from "../../../graphql/resolvers.generated.ts";
import { column, link } from "../../../platform/data/columns.ts";

/**
 * Record that a step of the path of a contribution was told to its author, by mail or on the page of the receipt: once.
 */
export interface Notice {
  contributionId: string;
  step: NewsKind;
  /** The row the step led to; the contribution itself where it led to none. */
  targetId: string;
  /** The mail that told it, as long as it waits: taken back, it told nothing. Null where a page did, or once it left. */
  mailId: string | null;
  /** True once its author saw it on a page; until then the page shows it as new. The day is not kept. */
  seen: boolean;
}

export const Notices = new EntitySchema<Notice>({
  name: "Notice",
  columns: {
    contributionId: link("Contribution"),
    step: { ...column.text, primary: true },
    targetId: { type: "uuid", primary: true },
    mailId: { type: "uuid", nullable: true, foreignKey: { target: "OutgoingMail", onDelete: "CASCADE" } },
    seen: column.flag,
  },
  indices: [{ name: "notice_mail", columns: ["mailId"], where: "mail_id is not null" }],
});

/** Day on which the notices of a group that had ended were forgotten: what happened before is told no more. */
export interface NoticeEnd {
  groupId: string;
  on: string;
}

export const NoticeEnds = new EntitySchema<NoticeEnd>({
  name: "NoticeEnd",
  columns: { groupId: link("WorkingGroup"), on: { ...column.day, name: "ended_on" } },
});
