import type { Plugin } from "vite";

/** The builds that readers load, and the one language of each. */
export const languages: Record<string, "fr" | "en"> = { client: "fr", english: "en" };

/**
 * A change of language is a change of document: in browsers, the runtime of the messages is the one language that is
 * known while building, and no message carries the words of the other.
 */
export const oneLanguage = (): Plugin => ({
  name: "one-language",
  apply: "build",
  applyToEnvironment: ({ name }) => name in languages,
  enforce: "pre",
  load: {
    filter: { id: /i18n\/generated\/runtime\.js$/ },
    handler() {
      return `
        export const experimentalStaticLocale = "${languages[this.environment.name]}";
        export const getLocale = () => experimentalStaticLocale;
        export const overwriteGetLocale = () => undefined;
      `;
    },
  },
});
