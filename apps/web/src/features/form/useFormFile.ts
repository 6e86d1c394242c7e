import { type Form, largestForm, type UnreadableReason } from "@cahier/schema/form";
import { expectations } from "@cahier/schema/form/sentences";
import { useState } from "react";
import { toldBy } from "../../shared/post.ts";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";

/** Answer of the form routes of the API. */
interface Answer {
  problems?: Problem[];
  form?: Form;
  slug?: string;
}

interface Sent {
  problems: readonly Problem[];
  busy: boolean;
  /** Cause, where it was neither accepted nor refused. */
  failed: Failure;
}

const still: Sent = { problems: [], busy: false, failed: null };

/** Sends a file as it is; what is too heavy is refused before it leaves. */
export function useFormFile(path: string) {
  const [sent, setSent] = useState<Sent>(still);
  const send = async (file: File, words: Record<string, string>): Promise<Answer | null> => {
    if (file.size > largestForm) {
      setSent({ ...still, problems: [{ code: "TOO_LARGE", field: "file" }] });
      return null;
    }
    setSent({ ...still, busy: true });
    try {
      const answer = await fetch(`${path}?${String(new URLSearchParams({ name: file.name, ...words }))}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told: Answer = await toldBy<Answer>(answer);
      setSent({ problems: (told.problems ?? []).map(inWords), busy: false, failed: told.problems ? null : answer });
      return told;
    } catch (error) {
      setSent({ ...still, failed: error as Error });
      return null;
    }
  };
  return [send, sent, () => setSent(still)] as const;
}

/** Says as a sentence what the file should have been. */
const inWords = (problem: Problem): Problem =>
  problem.code === "UNREADABLE_FILE"
    ? { ...problem, value: expectations[problem.value as UnreadableReason]?.() ?? problem.value }
    : problem;

/** A key whose order is that of time, as ids of questionnaires are. `crypto.randomUUID` is absent without TLS. */
export function newKey(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0"));
  const digits = random.join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}
