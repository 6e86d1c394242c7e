import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type { AttachmentKind } from "../graphql/operations.generated.ts";

/** A file that the site keeps, as it is told. */
export interface Attached {
  id: string;
  kind: AttachmentKind;
  size: number;
}

/** « PDF, 240 Ko ». */
export const attachedInWords = ({ kind, size }: Pick<Attached, "kind" | "size">) =>
  m.office_file_said({
    kind,
    size: new Intl.NumberFormat(getLocale()).format(Math.max(1, Math.round(size / 1024))),
  });
