import { room } from "../../../platform/room.ts";
import { Attachments, AttachmentFiles } from "./attachment.entity.ts";
import { forgetLoose } from "./attachment.purges.ts";

export const attachmentRoom = room({
  tables: [Attachments, AttachmentFiles],
  purges: { looseFile: forgetLoose },
});
