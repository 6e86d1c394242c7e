import { routes } from "./site.routes.tsx";
import { start } from "./start.tsx";

/** Settles once the page answers to what is done on it. */
export const alive = start(routes);
