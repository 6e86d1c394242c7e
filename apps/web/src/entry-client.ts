// First: it says the order of the layers.
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";
import { holdActs } from "./frame/heldActs.ts";
import { deviceKnowsSomething, isStill, signs } from "./frame/firstSign.ts";
import { isLost, siteAnswers } from "./frame/lost.ts";

/**
 * A page is whole as it comes: what brings it to life is loaded at the first sign of somebody (decision 0025). What is
 * done meanwhile is held, and done once the page is alive.
 */
const files = document.querySelector<HTMLTemplateElement>("template#client");

/** Long after all that a first page costs: who only reads still hears that something new came. */
const patience = 15_000;

/** Milliseconds after which a file that did not come is asked for again. */
const breath = 2000;

/** Milliseconds after which a site that answers has no such file, as after two updates: the page is loaded anew. */
const enough = 30_000;

/** True for a browser of 2023 or later: this is what our scripts need that came last. */
const runsOurs = "toSorted" in Array.prototype;

const { letGo, isHolding } = holdActs();
const lost = document.getElementById("lost");
let listening: AbortController | null = null;
let lostSince: number | null = null;

if (files && runsOurs && !deviceKnowsSomething()) {
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
    if (!runsOurs) throw new Error("Too old.");
    const { begin } = await import("./client.tsx");
    const isRecent = lostSince === null || performance.now() - lostSince < enough;
    await begin(isRecent || !(await siteAnswers()));
  } catch (error) {
    if (isLost(error)) return sayLost();
    // Without a client that it can run, a page is the browser's own: what was held goes as it would have.
    showWithoutScripts();
  }
  lost?.setAttribute("hidden", "");
  letGo();
}

/** Shows what stands for browsers without scripts to one too old for ours, which takes it for text (decision 0013). */
function showWithoutScripts() {
  document.documentElement.classList.add("unscripted");
  for (const it of document.querySelectorAll("noscript")) it.outerHTML = it.textContent;
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
