import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ActForm } from "./ActForm.tsx";
import { textIn } from "./handover.fields.ts";

interface Props extends Pick<ComponentProps<typeof ActForm>, "act" | "label" | "does" | "kept" | "version"> {
  /** It is taken back: nothing of it is there any more. */
  isTaken: boolean;
  /** Words that say so. */
  told: string;
  /** Label of the reason. */
  why: string;
  onTakeBack: (reason: string) => ReturnType<ComponentProps<typeof ActForm>["onSubmit"]>;
  /** Consequences of the act, read before. */
  children: ReactNode;
}

/** Takes back, with a reason, what was recorded by error; once done, says so there, and the keyboard goes on there. */
export function TakeBackForm({ isTaken, told, why, kept, onTakeBack, children, ...form }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isTaken) place.current?.focus();
  }, [isTaken]);
  if (isTaken)
    return (
      <div ref={place} tabIndex={-1}>
        <Notice tone="done" live>
          {told}
        </Notice>
      </div>
    );
  return (
    <Disclosure summary={form.label}>
      <ActForm {...form} kept={kept} onSubmit={(fields) => onTakeBack(textIn(fields, "reason"))}>
        <TextField
          name="reason"
          label={why}
          help={m.handover_take_back_help()}
          maxLength={limits["reply.correction"]}
        />
        {children}
      </ActForm>
    </Disclosure>
  );
}
