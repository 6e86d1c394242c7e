/** The addresses of the glossary that its own pages, and words that open their definition, alone lead to. */
export const glossaryPaths = {
  term: (slug: string) => `/glossary/${slug}`,
};
