import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Failed } from "../ui/Failed.tsx";

interface Props {
  /** Slug of the group. */
  group: string;
}

/** The door of a rehearsal: all pages are loaded anew behind it. */
export function EnterRehearsal({ group }: Props) {
  const [failed, setFailed] = useState<object | null>(null);
  const enter = async () => {
    try {
      const answer = await fetch("/rehearsal/enter", { method: "POST", body: new URLSearchParams({ group }) });
      if (answer.ok) location.assign(answer.url);
      else setFailed(answer);
    } catch (error) {
      setFailed(error as object);
    }
  };
  return (
    <>
      <Failed because={failed}>{m.rehearsal_not_entered()}</Failed>
      <Button onClick={() => void enter()}>{m.rehearsal_enter()}</Button>
    </>
  );
}
