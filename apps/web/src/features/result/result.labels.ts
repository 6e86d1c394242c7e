import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type { QuestionCard_result } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatNumber, formatShare } from "../../i18n/numbers.ts";

type Cell = QuestionCard_result["rows"][number]["cells"][number];

/** « 3,67 » or “3.67”. */
export const formatDecimal = (value: number) => {
  const [whole, rest] = String(value).split(".");
  const shown = formatNumber(Number(whole));
  return rest ? `${shown}${getLocale() === "fr" ? "," : "."}${rest}` : shown;
};

/** A number, or that it is not told. */
export const countWords = (count: number | null) => (count === null ? m.result_not_told() : formatNumber(count));

export const shareWords = (share: number | null) => (share === null ? m.result_not_told() : formatShare(share));

/** « 19 · 63 % »; beside the whole, « 63 %, ensemble 51 % ». */
export function cellWords({ count, share, wholeShare }: Pick<Cell, "count" | "share" | "wholeShare">) {
  if (wholeShare !== null) return m.result_share_whole({ share: shareWords(share), whole: formatShare(wholeShare) });
  return m.result_count_share({ count: countWords(count), share: shareWords(share) });
}

/** Label of a chosen value: a month is stored as « 2012-06 ». */
export const cellLabel = ({ label, value }: Pick<Cell, "label" | "value">, type: string) =>
  type === "DATE" && value.length === 7 ? formatDate(`${value}-01`, "month") : label;
