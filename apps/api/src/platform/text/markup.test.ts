import { describe, expect, it } from "vitest";
import { readableText } from "./markup.ts";

describe("words that came as HTML are read as text", () => {
  it.each([
    [
      "entities are signs",
      "L&rsquo;eau &amp; le pain&nbsp;: 3&nbsp;&euro; l&#39;unit&eacute;",
      "L’eau & le pain\u00a0: 3\u00a0€ l'unité",
    ],
    ["numbers of Windows are its signs", "l&#146;\u0153uvre&#133;", "l’œuvre…"],
    [
      "blocks are lines",
      "<p>Un <b>mar</b>ché.</p><ul><li>le pain</li><li>le lait</li></ul>",
      "Un marché.\nle pain\nle lait",
    ],
    ["a break is a line", "Un<br>deux<BR />trois", "Un\ndeux\ntrois"],
    ["cells stand apart", "<table><tr><td>Pain</td><td>3 €</td></tr></table>", "Pain 3 €"],
    ["scripts and styles go", "<style>p{color:red}</style>Un<SCRIPT>alert('x')</script > mot", "Un mot"],
    ["comments go", "<!--[if gte mso 9]><xml>x</xml><![endif]--><p>Un mot</p>", "Un mot"],
    ["so does what a word processor adds", '<p class="MsoNormal">Un mot<o:p></o:p></p>', "Un mot"],
    ["what was escaped as a whole is HTML too", "&lt;p&gt;Un &lt;b&gt;mot&lt;/b&gt;&lt;/p&gt;", "Un mot"],
    ["what is escaped within it is text", "<p>Écrire &lt;b&gt;</p>", "Écrire <b>"],
  ])("%s", (_, written, read) => {
    expect(readableText(written)).toBe(read);
  });

  it.each([
    "3 < 4 et 5 > 4",
    "un prix <bas, mais> juste",
    "un prix <b bas",
    "Écrire à <marie@exemple.fr> ou lire <https://exemple.fr/>",
    "Un cœur </3 brisé, un autre <3",
    "R&D et Q&R ; un & deux &inconnu;",
    "Un paragraphe.\n\nUn autre.",
  ])("what is no HTML stays as it is: « %s »", (written) => {
    expect(readableText(written)).toBe(written);
  });

  it.each(["<b", "<!--", "</script", "<script>", "<p>", "<svg", "&amp", "&lt;p", "< ", "<b title='", "<!", "<a>"])(
    "takes no longer than its length: « %s » over and over, which would not end otherwise",
    (piece) => {
      expect(readableText(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000);
    },
  );
});
