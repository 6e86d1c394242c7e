import type { Form } from "@cahier/schema/form";
import { readLimeSurvey } from "../formFormat/limesurvey.ts";
import { readSurveyJs } from "../formFormat/surveyjs.ts";
import { textOf } from "../../../platform/files/reading/text.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { readXlsForm } from "../formFormat/xlsform.ts";

const begins = (bytes: Buffer, ...with_: number[]) => with_.every((byte, index) => bytes[index] === byte);

/** Reads a form, whatever it was made with: what it is shows in its first bytes, not in its name. */
export async function readForm(bytes: Buffer, fileName = ""): Promise<Form> {
  if (bytes.length === 0) throw new Unreadable("EMPTY");
  if (begins(bytes, 0x50, 0x4b)) return readXlsForm(bytes, fileName);
  // Spreadsheets before 2007, and those under a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable("OLD_EXCEL");
  const start = bytes
    .toString("latin1", 0, 200)
    .replace(/[\0\xff\xfe\xef\xbb\xbf]/g, "")
    .trimStart();
  if (/^<(?:!doctype\s+)?html\b/i.test(start)) throw new Unreadable("UNKNOWN");
  if (start.startsWith("<")) return readLimeSurvey(textOf(bytes));
  if (start.startsWith("{")) return readSurveyJs(textOf(bytes), fileName);
  throw new Unreadable("UNKNOWN");
}
