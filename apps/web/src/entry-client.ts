// First: it says the order of the layers.
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";
import { holdActs } from "./frame/heldActs.ts";
import { deviceKnowsSomething, isStill, signs } from "./frame/firstSign.ts";

/**
 * A page is whole as it comes: what brings it to life is loaded at the first sign of somebody (decision 0025). What is
 * done meanwhile is held, and done once the page is alive.
 */
const files = document.querySelector<HTMLTemplateElement>("template#client");

/** Long after all that a first page costs: who only reads still hears that something new came. */
const patience = 15_000;

const letGo = holdActs();

if (files && !deviceKnowsSomething()) {
  for (const sign of signs) addEventListener(sign, wake, { capture: true, passive: true });
  addEventListener("load", () => setTimeout(() => wake(), patience));

  function wake(event?: Event) {
    if (event && isStill(event)) return;
    for (const sign of signs) removeEventListener(sign, wake, { capture: true });
    document.head.append(files!.content.cloneNode(true));
    // The network is lost: the next sign tries again.
    bring().then(letGo, () => signs.forEach((sign) => addEventListener(sign, wake, { capture: true, passive: true })));
  }
  // Without the client a page is still the browser's own: what was held goes as it would have.
} else bring().then(letGo, letGo);

/** Loads the client; settles once the page answers. */
async function bring() {
  const { alive } = await import("./client.tsx");
  await alive;
}
