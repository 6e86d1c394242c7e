import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";
import { forgetReceipt, useReceipts } from "./receipts.ts";

/** The responses sent from this device, each with the way to what became of it. */
export function KeptReceipts() {
  const receipts = useReceipts();
  if (!receipts.length) return <p className="quiet prose">{m.response_none_here()}</p>;
  return (
    <ul className="cards">
      {receipts.map(({ code, title, receivedOn }) => (
        <Card as="li" key={code}>
          <h3 lang={contentLang()}>{title}</h3>
          <p className="quiet">
            {m.response_received_on()} <When date={receivedOn} />
            <br />
            <span translate="no">{code}</span>
          </p>
          <p className="cluster">
            <More to={paths.trail(code)}>
              {m.response_see()}
              <span className="visually-hidden">
                {m.ui_colon()}
                {title}
              </span>
            </More>
            <Button small onClick={() => forgetReceipt(code)}>
              {m.response_forget()}
              <span className="visually-hidden"> {code}</span>
            </Button>
          </p>
        </Card>
      ))}
    </ul>
  );
}
