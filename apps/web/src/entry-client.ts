// First: it says the order of the layers.
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";
import { holdActs } from "./frame/heldActs.ts";
import { deviceKnowsSomething, isStill, signs } from "./frame/firstSign.ts";
import { isLost } from "./frame/lost.ts";

/**
 * A page is whole as it comes: what brings it to life is loaded at the first sign of somebody (decision 0025). What is
 * done meanwhile is held, and done once the page is alive.
 */
const files = document.querySelector<HTMLTemplateElement>("template#client");

/** Long after all that a first page costs: who only reads still hears that something new came. */
const patience = 15_000;

/** Milliseconds after which a file that did not come is asked for again. */
const breath = 2000;

/** Milliseconds after which a network that answers has no such file, as after two updates: the page is loaded anew. */
const enough = 30_000;

const { letGo, isHolding } = holdActs();
const lost = document.getElementById("lost");
let listening: AbortController | null = null;
let lostSince: number | null = null;

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
    const { begin } = await import("./client.tsx");
    const isRecent = lostSince === null || performance.now() - lostSince < enough;
    await begin(isRecent || !navigator.onLine);
  } catch (error) {
    // Without a client that it can run, a page is the browser's own: what was held goes as it would have.
    if (isLost(error)) return sayLost();
  }
  lost?.setAttribute("hidden", "");
  letGo();
}

/** The page stays as it came: its files are asked for again in a while, or at a sign where the network is away. */
function sayLost() {
  lostSince ??= performance.now();
  if (isHolding()) lost?.removeAttribute("hidden");
  setTimeout(() => {
    listen();
    if (navigator.onLine) wake();
  }, breath);
}
