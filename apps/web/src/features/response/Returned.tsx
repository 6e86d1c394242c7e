import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Part } from "../../ui/Part.tsx";
import { most, Progress, useTold } from "./KeptReceipts.tsx";
import { useReceipts } from "./receipts.ts";

/** News of a response sent from this device, or else the last one sent; `otherwise` where none was. */
export function Returned({ otherwise }: { otherwise: ReactNode }) {
  const receipts = useReceipts().slice(0, most);
  const told = useTold(receipts.map(({ code }) => code).join(" "));
  const shown = receipts.find(({ code }) => told.get(code)?.news.length) ?? receipts[0];
  if (!shown) return otherwise;
  const { code, title, receivedOn } = shown;
  return (
    <Part heading={m.response_of_yours({ date: formatDate(receivedOn, "short") })}>
      <p className="quiet" lang={contentLang()}>
        {title}
      </p>
      <Progress code={code} told={told.get(code)} />
      <p className="cluster">
        <More to={paths.trail(code)}>{m.response_see()}</More>
        <More to={paths.follow()}>{m.shell_nav_mine()}</More>
      </p>
    </Part>
  );
}
