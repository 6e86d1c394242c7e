interface Props {
  /** Its strokes, as a path within 24 by 24. */
  strokes: string;
  size?: number;
}

/** A sign drawn with strokes; it says nothing to those who listen. */
export const Sign = ({ strokes, size = 20 }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={strokes} />
  </svg>
);
