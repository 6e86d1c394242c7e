import { m } from "@cahier/schema/messages";
import { contentLang } from "../i18n/content.ts";

/** What an act is about, in words of the team or of people: for screen readers that meet it many times on one page. */
export const Of = ({ children }: { children: string }) => (
  <span className="visually-hidden" lang={contentLang()}>
    {m.ui_colon()}
    {children}
  </span>
);
