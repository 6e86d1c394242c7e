import type { ComponentProps, ReactNode } from "react";
import button from "./Button.module.css";
import { Icon } from "./Icon.tsx";
import styles from "./MenuButton.module.css";

interface Props {
  icon: ComponentProps<typeof Icon>["name"];
  label: ReactNode;
  /** Words alone, the sign after them. */
  plain?: boolean;
  children: ReactNode;
}

/** A button among others that opens a few links over the page; leaving them, or Escape, closes it. Works without scripts. */
export const MenuButton = ({ icon, label, plain, children }: Props) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the button and links inside
  <details
    className={`${styles.menu} no-print`}
    onBlur={({ currentTarget, relatedTarget }) => {
      if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
    }}
    onKeyDown={({ key, currentTarget }) => {
      if (key !== "Escape" || !currentTarget.open) return;
      currentTarget.open = false;
      currentTarget.querySelector("summary")?.focus();
    }}
  >
    <summary className={plain ? undefined : `${styles.act} ${button.button} ${button.small}`}>
      {!plain && <Icon name={icon} size={17} />}
      {label}
      {plain && <Icon name={icon} size={17} />}
    </summary>
    <div>{children}</div>
  </details>
);
