import { largestDocument } from "@cahier/schema/limits";
import { useState } from "react";
import { toldBy } from "../../shared/post.ts";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";
import { sayDocumentProblems } from "./documentProblems.ts";

sayDocumentProblems();

/** Kinds of files, as a browser offers them: their content decides. */
export const accepted = ".pdf,.odt,.docx,.ods,.xlsx,.pptx,.png,.jpg,.jpeg,.webp";

interface Told {
  problems: Problem[];
  document: { slug: string };
}

/** Sends the file of a form, with what is said of it in the address. */
export function useSendDocument() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>(null);
  /** Slug of the document; null where it was refused, or where nobody answered. */
  const send = async (path: string, file: FormDataEntryValue | null, said: URLSearchParams): Promise<string | null> => {
    const there = file instanceof File && file.size > 0;
    const wrong = there ? (file.size > largestDocument ? "OVER_20_MB" : null) : "REQUIRED";
    setFailed(null);
    setProblems(wrong ? [{ code: wrong, field: "file" }] : []);
    if (wrong) return null;
    setBusy(true);
    try {
      const answer = await fetch(`${path}?${said}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = await toldBy<Told>(answer);
      setFailed(told.problems ? null : answer);
      setProblems(told.problems ?? []);
      return told.problems?.length === 0 ? told.document!.slug : null;
    } catch (error) {
      setFailed(error as Error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { problems, busy, failed, send };
}
