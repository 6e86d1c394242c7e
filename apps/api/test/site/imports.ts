import { registerHooks } from "node:module";
import { afterAll } from "vitest";

/**
 * Before each file of rules. Our imports name their file, extension and all: there is nothing to look for. Vitest would
 * also tell its main process of each of the thousands that make up the API, for who watches files: together a third of
 * what a worker does before its first rule.
 */
const named = registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith(".") && context.parentURL && !context.parentURL.includes("/node_modules/")
      ? { url: new URL(specifier, context.parentURL).href, shortCircuit: true }
      : next(specifier, context),
});
afterAll(() => named.deregister());
