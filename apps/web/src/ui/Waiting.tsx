import { m } from "@cahier/schema/messages";
import { Ruled } from "./Ruled.tsx";

/** What is shown of a page for one person's eyes until their browser has asked for it. */
export const Waiting = () => (
  <Ruled>
    <title>Cahier commun</title>
    <meta name="robots" content="noindex" />
    <div data-waiting="">
      <noscript>{m.ui_needs_scripts()}</noscript>
    </div>
  </Ruled>
);
