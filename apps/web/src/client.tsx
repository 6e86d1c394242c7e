import { routes } from "./site.routes.tsx";
import { start } from "./start.tsx";

/** Brings the page to life; settles once it answers to what is done on it. */
export const begin = (stays: boolean) => start(routes, { stays });
