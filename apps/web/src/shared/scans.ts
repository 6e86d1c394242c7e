import { largestDocument } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { alsoSay, type Problem, type ScanCode, type Sentences } from "../ui/problems.ts";
import { toldBy } from "./post.ts";

/** Messages of those who add originals to notebooks. */
export const sayScanProblems = () =>
  alsoSay({
    NOT_A_SCAN: m.problem_NOT_A_SCAN,
    NOT_NAMED: ({ value }) => m.problem_NOT_NAMED({ value: value ?? "" }),
    OVER_20_MB: m.problem_OVER_20_MB,
  } satisfies Sentences<ScanCode | "OVER_20_MB">);

/** Kinds of files, as a browser offers them: their content decides. */
export const scansAccepted = ".pdf,.png,.jpg,.jpeg,.webp";

/** Sends one file of an original; its problems, none where it was taken. Throws where nobody answers. */
export async function sendScan(path: string, file: File): Promise<Problem[]> {
  if (file.size > largestDocument) return [{ code: "OVER_20_MB", field: "file" }];
  const answer = await fetch(`${path}?${String(new URLSearchParams({ name: file.name }))}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const told = await toldBy<{ problems: Problem[] }>(answer);
  if (!told.problems) throw new Error(answer.statusText);
  return told.problems;
}
