import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface Props {
  /** Not on a telephone, where a file says as much. */
  wide?: boolean;
  children?: ReactNode;
}

export const PrintButton = ({ wide, children }: Props) => (
  <Button small className={`no-print scripted ${wide ? "wide" : ""}`} onClick={() => print()}>
    <Icon name="print" size={17} />
    {children ?? m.ui_print()}
  </Button>
);
