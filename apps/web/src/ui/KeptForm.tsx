import type { ComponentProps } from "react";
import { Form } from "./Form.tsx";
import { forgetKept } from "./kept.ts";
import { KeptFields } from "./KeptFields.tsx";

type Kept = ComponentProps<typeof KeptFields>;

interface Props<Sent>
  extends Omit<ComponentProps<typeof Form>, "onSubmit">, Pick<Kept, "version" | "onFound" | "onOlder"> {
  /** Under which it is kept: the form, and the thing that it is about. None where there is nothing to type. */
  kept?: Kept["name"];
  /** Sends it, and answers with nothing where it was refused or nobody answered. */
  onSubmit: (fields: FormData) => Promise<Sent | null | undefined | false>;
  /** Once it is sent, and no longer kept. */
  onSent?: (sent: Sent) => void;
}

/** A form whose fields are kept on this device until they are sent. */
export function KeptForm<Sent>({ kept, version, onFound, onOlder, onSubmit, onSent, children, ...form }: Props<Sent>) {
  const send = async (fields: FormData) => {
    const sent = await onSubmit(fields);
    if (!sent) return;
    // Before it closes or begins again: a form that opens takes up what the device still has.
    if (kept) forgetKept(kept);
    onSent?.(sent);
  };
  return (
    <Form onSubmit={send} {...form}>
      {children}
      {kept && <KeptFields name={kept} {...{ version, onFound, onOlder }} />}
    </Form>
  );
}
