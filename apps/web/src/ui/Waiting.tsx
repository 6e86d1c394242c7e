import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useHref, useLocation } from "react-router-dom";
import { Row, Ruled } from "./Ruled.tsx";

/** Placeholder of a page for one person's eyes, until their browser has asked for it. */
export const Waiting = () => (
  <Ruled>
    <title>Cahier commun</title>
    <Row>
      <WithoutScripts>{m.ui_needs_scripts()}</WithoutScripts>
    </Row>
  </Ruled>
);

/** Content for browsers without scripts; to any other it is text that it does not read, and a sentence if they are late. */
export const WithoutScripts = ({ children }: { children: ReactNode }) => (
  <>
    <meta name="robots" content="noindex" />
    <div data-waiting="">
      <noscript>{children}</noscript>
      {import.meta.env.SSR && <Late />}
    </div>
  </>
);

/** Sentence that a style shows after a while, since no script may come. */
function Late() {
  const here = useHref(useLocation());
  return (
    <p className="scripted" data-late="">
      {m.ui_late()} <a href={here}>{m.ui_late_again()}</a>
    </p>
  );
}
