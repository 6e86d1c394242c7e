import { expect, test } from "vitest";
import { render } from "./document.html.ts";

test("tags and scripts in a document come out as text", () => {
  const html = render('Bonjour <img src=x onerror="alert(1)"> <script>alert(1)</script>');
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).toContain("&lt;script&gt;");
});

test("addresses that run something are not links", () => {
  const html = render("[un](javascript:alert(1)) [deux](data:text/html,x) [trois](//ailleurs) [quatre](https://a.fr)");
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://a.fr"']);
});

test("the title of the page is not said twice, and headings begin under those of the page", () => {
  const html = render("# Fiche initiative\n\n## Où\n\nCommune.\n\n### Détail", "Fiche initiative");
  expect(html).toBe("<h3>Où</h3>\n<p>Commune.</p>\n<h4>Détail</h4>\n");
});
