import styles from "./Strokes.module.css";

/** The widest whole that is drawn stroke by stroke: past it a stroke is a hair. */
const most = 60;

/** So many out of a whole, a stroke each, or a bar where they are too many; the figures are written beside. */
export const Strokes = ({ value, max }: { value: number; max: number }) => {
  const count = Math.min(max, most);
  const drawn = max <= most ? value : Math.round((value / max) * most);
  const width = max <= most ? 9 : 13;
  return (
    <svg
      className={styles.strokes}
      viewBox={`0 0 ${count * 13 - 4} 16`}
      width={count * 13 - 4}
      height="16"
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, index) => (
        <rect
          className={index < drawn ? styles.on : undefined}
          x={index * 13}
          width={width}
          height="16"
          rx="1.5"
          key={index}
        />
      ))}
    </svg>
  );
};
