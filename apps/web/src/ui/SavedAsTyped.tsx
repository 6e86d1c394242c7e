// chunk: page
import { useEffect, useRef } from "react";

interface Props {
  /** False while it waits for a person: somebody else saved it meanwhile. */
  on: boolean;
  /** True if the form can be sent as it is: what is half-typed is refused to nobody. */
  isWhole: (fields: FormData) => boolean;
}

/** Milliseconds without a key after which a form is sent. */
const pause = 2000;

/** Sends the form around it at each pause, as its button does. */
export function SavedAsTyped({ on, isWhole }: Props) {
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
  return <span ref={place} hidden />;
}
