import { m } from "@cahier/schema/messages";
import { type DateFormat, formatDate, weeksBefore } from "../i18n/dates.ts";
import { useInstance } from "../frame/instance.ts";

interface Props {
  /** A day, `YYYY-MM-DD`, or an instant, ISO 8601. */
  date: string;
  format?: DateFormat;
  /** In the demonstration, says the real date of 2012 beside it; elsewhere in the site one switch shows them all. */
  original?: boolean;
}

/** A date as it is said, at the time of Paris; in the demonstration it also carries the real one. */
export function When({ date, format = "date", original = false }: Props) {
  const { demonstration, shiftWeeks } = useInstance();
  const real = demonstration && shiftWeeks ? formatDate(weeksBefore(date, shiftWeeks)) : undefined;
  if (!original || !real)
    return (
      <time dateTime={date} data-original={real}>
        {formatDate(date, format)}
      </time>
    );
  return (
    <span>
      <time dateTime={date}>{formatDate(date, format)}</time> <small>{m.ui_original_date({ date: real })}</small>
    </span>
  );
}
