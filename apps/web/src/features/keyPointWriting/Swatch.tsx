/** A mark is a colour and a shape, six of them: key points stay distinct without colour, and printed in black. */
import { m } from "@cahier/schema/messages";
import styles from "./Swatch.module.css";

const names = {
  BLUE: m.vocabulary_color_BLUE,
  OCHRE: m.vocabulary_color_OCHRE,
  PLUM: m.vocabulary_color_PLUM,
  GREEN: m.vocabulary_color_GREEN,
  RED: m.vocabulary_color_RED,
  GREY: m.vocabulary_color_GREY,
} as const;

const shapes = {
  BLUE: <circle cx="8" cy="8" r="6" />,
  OCHRE: <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />,
  PLUM: <path d="M8 1l7 7-7 7-7-7z" />,
  GREEN: <path d="M8 2l7 12H1z" />,
  RED: <path d="M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z" />,
  GREY: (
    <path fillRule="evenodd" d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z" />
  ),
} as const;

export type SwatchColor = keyof typeof names;

/** The marks, in the order they are offered. */
export const swatches = Object.keys(names) as SwatchColor[];

/** Name of a mark: its colour and its shape. */
export const swatchName = (color: SwatchColor) => names[color]();

interface Props {
  color: SwatchColor;
  /** True if its name stands beside it. */
  hidden?: boolean;
}

/** A mark in a colour and a shape of its own, so that neither is needed alone; said to those who listen. */
export const Swatch = ({ color, hidden }: Props) => (
  <svg
    className={`${styles.swatch} ${styles[color]}`}
    viewBox="0 0 16 16"
    width="14"
    height="14"
    role={hidden ? undefined : "img"}
    aria-label={hidden ? undefined : swatchName(color)}
    aria-hidden={hidden}
  >
    {shapes[color]}
  </svg>
);
