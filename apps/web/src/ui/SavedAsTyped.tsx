import { useEffect, useRef } from "react";
import { type Failure, failureSentence } from "./failure.ts";

interface Props {
  /** False while it waits for a person: somebody else saved it meanwhile. */
  on: boolean;
  /** Why the last try came to nothing: where nobody answered, it is tried again by itself. */
  failed: Failure;
  /** True if the form can be sent as it is: what is half-typed is refused to nobody. */
  isWhole: (fields: FormData) => boolean;
}

/** Milliseconds without a key after which a form is sent. */
const pause = 2000;
/** Milliseconds between tries while nobody answers. */
const between = 5000;

/** Sends the form around it at each pause, as its button does, and again until somebody answers. */
export function SavedAsTyped({ on, failed, isWhole }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const whole = useRef(isWhole);
  useEffect(() => {
    whole.current = isWhole;
  });
  useEffect(() => {
    if (!on) return undefined;
    const form = place.current!.closest("form")!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      // It is being sent: what was typed since goes next.
      if (form.ariaBusy === "true") wait();
      else if (whole.current(new FormData(form))) form.requestSubmit();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };
    form.addEventListener("input", wait);
    const sent = () => clearTimeout(timer);
    form.addEventListener("submit", sent);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", wait);
      form.removeEventListener("submit", sent);
    };
  }, [on]);
  const isLost = !!failed && failureSentence(failed) === null;
  useEffect(() => {
    if (!on || !isLost) return undefined;
    const form = place.current!.closest("form")!;
    const tries = setInterval(() => {
      if (form.ariaBusy !== "true" && whole.current(new FormData(form))) form.requestSubmit();
    }, between);
    return () => clearInterval(tries);
  }, [on, isLost]);
  return <span ref={place} hidden />;
}
