import type { Page } from "@playwright/test";

/**
 * Names that several controls of one role share though they do, or lead to, different things: whoever hears them, or says
 * them, one by one cannot tell which is which. What is around counts where it is told with the control: a form, a group
 * or an article that has a name, the head of a row, and what describes it. Folded parts count too.
 */
export const sameNames = (page: Page) =>
  page.evaluate(() => {
    const clean = (words: string) => words.replaceAll(/\s+/g, " ").trim();
    const wordsOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
      return node.getAttribute("aria-label") ?? node.getAttribute("alt") ?? [...node.childNodes].map(wordsOf).join("");
    };
    const told = (element: Element, by: string) =>
      (element.getAttribute(by) ?? "")
        .split(" ")
        .map((id) => wordsOf(document.getElementById(id) ?? new Text()))
        .join(" ");
    const labels = (element: Element) => [...((element as HTMLInputElement).labels ?? [])].map(wordsOf).join(" ");
    const nameOf = (element: Element) =>
      clean(told(element, "aria-labelledby")) ||
      clean(element.getAttribute("aria-label") ?? "") ||
      clean(labels(element) || wordsOf(element));
    const around = (element: Element) => {
      const names: string[] = [];
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (at.matches("fieldset")) names.push(wordsOf(at.querySelector("legend") ?? new Text()));
        else if (at.matches("tr")) names.push(wordsOf(at.querySelector("th") ?? new Text()));
        if (at.matches("form, fieldset, article, [role=group], [role=radiogroup]"))
          names.push(clean(told(at, "aria-labelledby")) || (at.getAttribute("aria-label") ?? ""));
      }
      return clean(names.join(" "));
    };
    const leadsTo = (element: Element) =>
      element instanceof HTMLAnchorElement ? element.href : (element.getAttribute("commandfor") ?? element);

    const found = new Map<string, Set<unknown>>();
    // An author is named beside the words, and a region and its only department have one name.
    const links = "a[href]:not(figcaption a, li:has(> blockquote) > a, [href^='/territories/'])";
    const controls = `${links}, button, input, select, textarea, summary, [role=option], [role=slider]`;
    for (const element of document.querySelectorAll(`main :is(${controls})`)) {
      if (element.getClientRects().length === 0 || element.closest("[aria-hidden=true], [inert]")) continue;
      const kind =
        element.getAttribute("role") ?? (element instanceof HTMLInputElement ? element.type : element.tagName);
      const key = [kind, nameOf(element), around(element), clean(told(element, "aria-describedby"))].join(" | ");
      found.set(key, (found.get(key) ?? new Set()).add(leadsTo(element)));
    }
    return [...found].flatMap(([key, things]) => (things.size > 1 ? [`${things.size} × ${key}`] : []));
  });
