import { expect, test } from "vitest";
import { isEmail } from "./text.ts";

test.each(["a@exemple.fr", "a.b+c@exemple.co.uk", "é@exemple.fr", "a@b.museum"])("« %s » is an address", (text) =>
  expect(isEmail(text)).toBe(true),
);

test.each([
  ..."a@exemple.fr,b a@exemple.fr;bc a@exemple.fr>x 1,a@exemple.fr a@exemple a@b@exemple.fr a:b@exemple.fr".split(" "),
  ...["a@exemple.fr b", "a@exemple.fr\n", `a@${"x".repeat(200)}.fr`, `${"a".repeat(65)}@exemple.fr`, "@exemple.fr"],
])("« %s » is none, and no mail server reads several in it", (text) => expect(isEmail(text)).toBe(false));
