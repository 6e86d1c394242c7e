import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { carriesPrivateContact } from "../../../platform/text/contact.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { Attachments } from "../../ground/attachment/attachment.entity.ts";
import type { Handover } from "../handover/handover.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { closeOfficeLink, confirmOfficeReply, declineOfficeReply, makeOfficeLink } from "./confirm.commands.ts";
import { officeCode } from "./office.code.ts";
import { answerAsOffice } from "./office.commands.ts";
import type { OfficeReply } from "./office.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { officePolicy } from "./office.policy.ts";
import { handoversToConfirm, linkOfHandover, officeLetter, repliesOfHandover } from "./office.queries.ts";

export const officeResolvers: Resolvers = {
  Query: {
    office: (_, { code }, context) => officeLetter(context, code),
    handoversToConfirm: (_, __, context) => handoversToConfirm(context),
  },
  Mutation: {
    answerAsOffice: (_, { input }, { run }) => run((tx) => answerAsOffice(tx, input)),
    makeOfficeLink: (_, { input }, { run }) => run((tx) => makeOfficeLink(tx, input)),
    closeOfficeLink: (_, { input }, { run }) => run((tx) => closeOfficeLink(tx, input)),
    confirmOfficeReply: (_, { input }, { run }) => run((tx) => confirmOfficeReply(tx, input)),
    declineOfficeReply: (_, { input }, { run }) => run((tx) => declineOfficeReply(tx, input)),
  },
  Handover: {
    officeLink: async (handover, _, context) =>
      (await holds(context, handover)) ? linkOfHandover(context, handover.id) : null,
    officeReplies: async (handover, _, context) =>
      (await holds(context, handover)) ? repliesOfHandover(context, handover.id) : [],
  },
  OfficeLink: {
    code: ({ id }) => officeCode(id),
  },
  OfficeReply: {
    carriesContact: ({ text }) => carriesPrivateContact(text),
    file: ({ attachmentId }, _, { load }) => load(Attachments, attachmentId),
  },
  Reply: {
    file: ({ replyFileId }, _, { load }) => load(Attachments, replyFileId),
    checkedOn: async (handover, _, context) => (await checkOf(context, handover))?.statusOn ?? null,
    check: async (handover, _, context) => (await checkOf(context, handover))?.check ?? null,
  },
};

const holds = async ({ load, viewer }: Context, { proposalId }: Handover) =>
  officePolicy.hold(viewer, (await load(Proposals, proposalId))!);

type Check = Pick<OfficeReply, "check" | "statusOn"> & { key: string };

/** The check the team made on a reply that came by a link. */
async function checkOf({ db, batch }: Context, { id, replyWay }: Handover): Promise<Check | null> {
  if (replyWay !== "LINK") return null;
  const load = batch("office: checks", async (ids: string[]) => {
    const text = `select handover_id as key, checked_by as "check", status_on as "statusOn" from office_reply it
      where handover_id = any($1::uuid[]) and ${visible("it")} order by status_on desc`;
    return grouped(await prepared<Check>(db, "office: checks", text, [ids]), ({ key }) => key);
  });
  return (await load(id))?.[0] ?? null;
}
