import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export const PrintButton = ({ children }: { children?: ReactNode }) => (
  <Button small className="no-print scripted" onClick={() => print()}>
    <Icon name="print" size={17} />
    {children ?? m.ui_print()}
  </Button>
);
