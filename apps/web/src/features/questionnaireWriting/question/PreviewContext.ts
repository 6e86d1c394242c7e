import { createContext, type ReactNode } from "react";
import type { questionOf } from "./questionFields.ts";

/** Draws a question as whoever answers sees it; the page gives it, and null draws none. */
export const PreviewContext = createContext<((question: ReturnType<typeof questionOf>) => ReactNode) | null>(null);
