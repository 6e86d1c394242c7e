import { createHash } from "node:crypto";
import type { AttachmentKind, ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { kindOf } from "./kind.ts";
import { withoutTraces } from "./picture.ts";

/** Kinds that are taken as a letter, or as a paper of a meeting. */
const letters: readonly AttachmentKind[] = ["PDF", "PNG", "JPEG", "ODT", "DOCX"];

/** Reads a file that was sent: its kind, its bytes without what tells where it was made, and their SHA-256; or refuses it. */
export async function sentFile(sent: Buffer, taken = letters, otherwise: ProblemCode = "WRONG_FILE") {
  const kind = await kindOf(sent);
  if (!kind || !taken.includes(kind)) throw new Refusal(otherwise, "file");
  const bytes = withoutTraces(sent, kind);
  return { kind, bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}
