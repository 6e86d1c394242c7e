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

const { letGo, isHolding } = holdActs();
const lost = document.getElementById("lost");
let listening: AbortController | null = null;

if (files && !deviceKnowsSomething()) {
  listen();
  addEventListener("load", () => setTimeout(() => wake(), patience));
} else void bring();

function listen() {
  listening = new AbortController();
  const { signal } = listening;
  for (const sign of [...signs, "online"]) addEventListener(sign, wake, { capture: true, passive: true, signal });
}

/** Brings the page to life, where nothing does yet: a patience that ends later changes nothing. */
function wake(event?: Event) {
  if (!listening || (event && isStill(event))) return;
  listening.abort();
  listening = null;
  if (files) document.head.append(files.content.cloneNode(true));
  void bring();
}

/** Loads the client, and lets go what was held once the page answers. */
async function bring() {
  try {
    const { alive } = await import("./client.tsx");
    await alive;
  } catch (error) {
    // Without a client that it can run, a page is the browser's own: what was held goes as it would have.
    if (isLost(error)) return say();
  }
  lost?.setAttribute("hidden", "");
  letGo();
}

/** A file did not come: the next sign tries again, or the network as it is back. */
function say() {
  if (isHolding()) lost?.removeAttribute("hidden");
  listen();
}

/** True where a script did not come, which browsers say in words alone; false where it came, and failed. */
const isLost = (error: unknown) => error instanceof TypeError && /import/i.test(error.message);
