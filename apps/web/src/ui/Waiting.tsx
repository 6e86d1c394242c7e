import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Ruled } from "./Ruled.tsx";

/** Placeholder of a page for one person's eyes, until their browser has asked for it. */
export const Waiting = () => (
  <Ruled>
    <title>Cahier commun</title>
    <WithoutScripts>{m.ui_needs_scripts()}</WithoutScripts>
  </Ruled>
);

/** Content for browsers without scripts; to any other it is text that it does not read. */
export const WithoutScripts = ({ children }: { children: ReactNode }) => (
  <>
    <meta name="robots" content="noindex" />
    <div data-waiting="">
      <noscript>{children}</noscript>
    </div>
  </>
);
