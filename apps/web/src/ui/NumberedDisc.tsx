import { Icon } from "./Icon.tsx";
import styles from "./NumberedDisc.module.css";

/** Number of a step in a small disc; a tick once it is done. The text beside it says so to those who see neither. */
export const NumberedDisc = ({ number, done }: { number: number; done: boolean }) => (
  <i className={`${styles.disc} ${done ? styles.done : ""}`} aria-hidden="true">
    {done ? <Icon name="tick" size={14} /> : number}
  </i>
);
