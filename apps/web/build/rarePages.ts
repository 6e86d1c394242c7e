import type { Plugin } from "vite";

/** Chunks of pages whose route says `rare`. */
const rare = new Set<string>();

/** A first page lists no file that only a rare page needs: it is asked for once that page is there. */
export const listed = (page: string, files: string[]) =>
  // The entry, and the client, are there before anything else is asked for.
  rare.has(page) ? [] : files.filter((file) => file === page || !/\/(index|client)-/.test(file));

/** Reads in the routes which pages are rare. */
export function rarePages(): Plugin {
  const pages = new Set<string>();
  return {
    name: "rare-pages",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\.routes\.tsx$/ },
      handler(code) {
        for (const [, page = ""] of code.matchAll(/page\("(\w+)", "[^"]*", [^)]*\brare\b/g)) pages.add(page);
      },
    },
    generateBundle: {
      order: "pre",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const page = file.type === "chunk" && /(\w+)\.tsx$/.exec(file.facadeModuleId ?? "")?.[1];
          if (page && pages.has(page)) rare.add(file.fileName);
        }
      },
    },
  };
}
