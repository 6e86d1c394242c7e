import { describe, expect, it } from "vitest";
import { workbookOf } from "../../../../test/acts/forms.ts";
import { readForm } from "./read.ts";

/** Written as the samples of pyxform are: older spellings of types and columns. */
const spellings: Record<string, Record<string, string[][]>> = {
  group: {
    survey: [
      ["type", "name", "label:English (en)"],
      ["text", "family_name", "What's your family name?"],
      ["begin group", "father", "Father"],
      ["phone number", "phone_number", "What's your father's phone number?"],
      ["integer", "age", "How old is your father?"],
      ["end group"],
    ],
  },
  specify_other: {
    survey: [
      ["type", "name", "label:English"],
      ["select one from sexes or specify other", "sex", "What sex are you?"],
    ],
    choices: [
      ["list name", "name", "label:English"],
      ["sexes", "male", "Male"],
      ["sexes", "female", "Female"],
    ],
  },
  text_and_integer: {
    survey: [
      ["type", "name", "label:english"],
      ["text", "your_name", "What is your name?"],
      ["integer", "your_age", "How many years old are you?"],
    ],
    choices: [["list name", "name", "label:english"]],
  },
  yes_or_no_question: {
    survey: [
      ["type", "name", "label:english"],
      ["select one from yes_or_no", "good_day", "have you had a good day today?"],
    ],
    choices: [
      ["list name", "name", "label:english"],
      ["yes_or_no", "yes", "yes"],
      ["yes_or_no", "no", "no"],
    ],
  },
};

describe("a form in the spelling of pyxform’s samples", () => {
  it.each(Object.keys(spellings))("%s is read whole", async (name) => {
    const form = await readForm(await workbookOf(spellings[name]!), `${name}.xlsx`);
    expect(form.notes.map(({ outcome }) => outcome)).not.toContain("LEFT");
    const rows = spellings[name]!.survey!.filter(([type]) => !/^(?:type|begin|end)/.test(type!));
    expect(form.sections.flatMap(({ questions }) => questions).map(({ label }) => label.english)).toEqual(
      rows.map((row) => row[2]),
    );
  });
});
