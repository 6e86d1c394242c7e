import { Fragment } from "react";
import { contentLang } from "../i18n/content.ts";
import { inOne } from "./inOne.ts";
import { Marked } from "./Marked.tsx";

/** One sentence as other words would make it: struck, what they take out; underlined, what they put in. */
export const Reworded = ({ before, after }: { before: string; after: string }) => (
  <p className="difference" lang={contentLang()}>
    {inOne(before, after).map(({ kind, text }, at) => {
      const key = `${at}`;
      return kind === "same" ? <Fragment key={key}>{text}</Fragment> : <Marked kind={kind} text={text} key={key} />;
    })}
  </p>
);
