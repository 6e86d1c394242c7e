import { m } from "@cahier/schema/messages";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldName } from "./fields.tsx";
import { SheetFields } from "./SheetFields.tsx";

interface Props
  extends
    Pick<ComponentProps<typeof Form>, "problems" | "busy" | "label" | "onSubmit">,
    ComponentProps<typeof SheetFields> {
  failed: ComponentProps<typeof Failed>["because"];
  /** The words of its button. */
  send: string;
  /** Asked after the sheet. */
  children?: ReactNode;
}

/** Form in which somebody without an account sends the sheet of an initiative. */
export const SheetForm = ({ problems, busy, label, onSubmit, failed, send, children, ...sheet }: Props) => (
  <Form {...{ problems, busy, label, onSubmit }} labelOf={(field) => fieldName(field) ?? m.initiative_criteria()}>
    <SheetFields {...sheet} />
    {children}
    <Failed because={failed} />
    <Button primary type="submit">
      {busy ? m.initiative_sending() : send}
    </Button>
  </Form>
);
