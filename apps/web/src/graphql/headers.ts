import { filledHeader, hiddenField } from "@cahier/schema/hiddenField";

/** Headers of what is asked of the API from here on: the link reads them at each request. */
export const headers: Record<string, string> = {};

/** Tells the API that a field which people do not see was filled, until the page is left. */
export function tellFilled(fields: FormData) {
  if (fields.get(hiddenField)) headers[filledHeader] = "1";
}
