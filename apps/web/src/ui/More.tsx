import { Link, type LinkProps } from "react-router-dom";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./More.module.css";

/** A link on a line of its own, in the colour of acts, with an arrow: « Lire le point d'étape → ». */
export const More = ({ icon = "arrow", children, ...rest }: { icon?: IconName | null } & Omit<LinkProps, "style">) => (
  <Link className={styles.more} {...rest}>
    {children}
    {icon && <Icon name={icon} size={17} />}
  </Link>
);
