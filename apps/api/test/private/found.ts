/** Length of the ends by which forms are looked up: long enough that few others end so. */
const most = 12;

/**
 * Finds which of many values stand in a text, in one reading of it, in any of the forms that a value takes. Thousands of
 * values against megabytes would be minutes of `includes`.
 */
export function finderOf(values: Iterable<string>, formsOf: (value: string) => string[]) {
  const forms = [...new Set(values)].flatMap((value) => formsOf(value).map((form) => ({ form, value })));
  const length = Math.min(most, ...forms.map(({ form }) => form.length));
  if (length < 4) throw new Error("A value this short would be found everywhere.");
  const ends = Map.groupBy(forms, ({ form }) => form.slice(-length));

  return (text: string): Set<string> => {
    const found = new Set<string>();
    for (let end = length; end <= text.length; end++)
      for (const { form, value } of ends.get(text.slice(end - length, end)) ?? [])
        if (text.startsWith(form, end - form.length)) found.add(value);
    return found;
  };
}
