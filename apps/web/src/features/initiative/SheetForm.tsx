import { m } from "@cahier/schema/messages";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { fieldName } from "./fields.tsx";
import { SheetFields } from "./SheetFields.tsx";

interface Props<Sent>
  extends
    Pick<
      ComponentProps<typeof KeptForm<Sent>>,
      "problems" | "busy" | "label" | "kept" | "version" | "onSubmit" | "onSent"
    >,
    ComponentProps<typeof SheetFields> {
  failed: ComponentProps<typeof Failed>["because"];
  /** The words of its button. */
  send: string;
  /** Asked after the sheet. */
  children?: ReactNode;
}

/** Form in which somebody without an account sends the sheet of an initiative: kept on their device until then. */
export const SheetForm = <Sent,>({ lists, words, set, near, whole, failed, send, children, ...form }: Props<Sent>) => (
  <KeptForm {...form} labelOf={(field) => fieldName(field) ?? m.initiative_criteria()}>
    <SheetFields {...{ lists, words, set, near, whole }} />
    {children}
    <Failed because={failed} />
    <Button primary type="submit">
      {form.busy ? m.initiative_sending() : send}
    </Button>
  </KeptForm>
);
