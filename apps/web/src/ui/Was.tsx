interface Props {
  /** Words that stood there when they were read; null for none. */
  read: string | null;
  /** Told those on which the device kept what was typed. */
  onKept: (read: string | null) => void;
}

/** Words on which a form was typed, kept with its fields: what somebody else saved since is not saved over. */
export const Was = ({ read, onKept }: Props) => (
  <input name="was" value={read ?? ""} onChange={(event) => onKept(event.currentTarget.value || null)} hidden />
);
