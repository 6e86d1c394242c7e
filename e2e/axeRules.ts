import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The rules of axe without their spaces: half as much to send to each document, and to read there. */
const itself = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Axe keeps what it found of an element in a list, and looks through all of it for each other one: where a page is long,
 * that is a third of its time. A map finds it at once. Other words than these are left as they are, only slower.
 */
const remembers = /function\((\w)\)\{return \1=\(0,\w+\.default\)\(\1\),axe\._memoizedFns\.push\(\1\),\1\}/;
const atOnce = `((finds) => {
  let known = new Map();
  const last = finds.length - 1;
  const kept = function (...given) {
    let at = known;
    for (let place = 0; place < last; place++) {
      let next = at.get(given[place]);
      if (!next) at.set(given[place], (next = new Map()));
      at = next;
    }
    const key = given[last];
    if (at.has(key)) return at.get(key);
    const found = finds.apply(this, given);
    at.set(key, found);
    return found;
  };
  kept.clear = () => { known = new Map(); };
  axe._memoizedFns.push(kept);
  return kept;
})`;

/** A page has a dozen colours, which axe reads for each text again: read once each, it costs a third less. */
const readOnce = `{
  const color = axe.commons.color.Color.prototype;
  const read = color.parseString;
  const known = new Map();
  color.parseString = function (text) {
    if (!known.has(text)) {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
}`;

/** Failures, one line a rule: a report of all that holds, with its places, is made and sent for nobody. */
const told = `(rules, _, tell) => tell(rules.filter(({ violations }) => violations.length > 0).map(({ id, violations }) =>
  id + ": " + violations.map(({ node }) => String(node.selector)).join(", ")))`;

/** Script of axe with these rules, to be run in a document. */
export const rules = `${itself.replace(remembers, () => atOnce)};${readOnce};axe.configure({ noHtml: true, reporter: ${told} })`;
