import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";

/** Takes all that is kept away, as a file: asked by POST, so that no address leads to it. */
export function TakeAway({ code }: { code: string | null }) {
  const [failed, setFailed] = useState<Failure>(null);
  const [busy, setBusy] = useState(false);
  const take = async (format: "json" | "csv") => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const answer = await fetch(`/my-data/file?language=${getLocale()}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, format }),
      });
      if (answer.ok)
        save(await answer.blob(), /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? ""));
      else setFailed(answer);
    } catch (error) {
      setFailed(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p className="cluster">
        <Button primary aria-disabled={busy} onClick={() => void take("csv")}>
          {m.personal_file_csv()}
        </Button>
        <Button aria-disabled={busy} onClick={() => void take("json")}>
          {m.personal_file_json()}
        </Button>
      </p>
      <Failed because={failed}>{m.personal_file_failed()}</Failed>
    </>
  );
}

function save(file: Blob, named: RegExpExecArray | null) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = named?.[1] ?? "data";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
