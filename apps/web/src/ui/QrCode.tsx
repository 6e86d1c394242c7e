import { encode } from "uqr";
import styles from "./QrCode.module.css";

interface Props {
  /** Address it holds. */
  text: string;
  /** Name for people who do not see it. */
  label: string;
}

/** An address as squares, to be read by a telephone. */
export function QrCode({ text, label }: Props) {
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join("");
  return (
    <svg className={`qr ${styles.code}`} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
