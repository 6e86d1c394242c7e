import { m } from "@cahier/schema/messages";
import { contentLang } from "../i18n/content.ts";

/** Object of an act, in words of the team or of people: for screen readers that meet the act many times on one page. */
export const Of = ({ children }: { children: string }) => (
  <span className="visually-hidden" lang={contentLang()}>
    {m.ui_colon()}
    {children}
  </span>
);
