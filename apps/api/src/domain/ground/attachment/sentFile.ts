import { createHash } from "node:crypto";
import { Refusal } from "../../../platform/refusal.ts";
import { kindOf } from "./kind.ts";
import { withoutTraces } from "./picture.ts";

/** Reads a file that was sent: its kind, its bytes without what tells where it was made, and their SHA-256; or refuses it. */
export async function sentFile(sent: Buffer) {
  const kind = await kindOf(sent);
  if (!kind) throw new Refusal("WRONG_FILE", "file");
  const bytes = withoutTraces(sent, kind);
  return { kind, bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}
