/** Runs an operation of a page that is rendered, as its network would. */
export type Execute = (
  query: string,
  variables: Record<string, unknown>,
  operationName: string | undefined,
) => Promise<unknown>;

/** Answer to a query of a page. */
export interface PageResult {
  operationName: string;
  variables: Record<string, unknown>;
  data: object;
}

/** A page as the web renders it for the API, which puts it in its document and sends it. */
export interface Page {
  status: number;
  lang: string;
  /** Titles, metas and links, hoisted by React. */
  head: string;
  body: string;
  /** Results of its queries, for the browser. */
  results: PageResult[];
  /** Route ids, outermost first. */
  routes: string[];
  /** For one person alone: only the shell was rendered; kept by no cache, and sent with no referrer. */
  personal: boolean;
  /** Its forms may be posted without scripts, so that they must send their origin. */
  posts: boolean;
  /** It comes in the document of the team. */
  team: boolean;
  /** The page came whole: its scripts are loaded once somebody acts. */
  waits: boolean;
}
