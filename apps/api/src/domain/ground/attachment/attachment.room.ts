import { room } from "../../../platform/room.ts";
import { Attachments, AttachmentFiles } from "./attachment.entity.ts";
import { attachmentJobs } from "./attachment.jobs.ts";

export const attachmentRoom = room({
  tables: [Attachments, AttachmentFiles],
  jobs: [attachmentJobs],
});
