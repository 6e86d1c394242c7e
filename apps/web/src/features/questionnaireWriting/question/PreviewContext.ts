import { createContext, type ReactNode } from "react";
import type { Question } from "../composed.tsx";

/** Draws a question as whoever answers sees it; the page gives it, and null draws none. */
export const PreviewContext = createContext<((question: Question) => ReactNode) | null>(null);
