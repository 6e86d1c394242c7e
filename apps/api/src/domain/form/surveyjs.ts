import type { Form } from "@cahier/schema/form";
import { Unreadable } from "./unreadable.ts";
export async function readSurveyJs(_text: string, _fileName: string): Promise<Form> {
  throw new Unreadable("UNKNOWN");
}
