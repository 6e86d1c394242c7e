import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import type { KeptReceiptsQuery, KeptReceiptsQueryVariables } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";
import { NewsList, receiptNews } from "./NewsList.tsx";
import { progressWords } from "./progress.ts";
import { forgetReceipt, useReceipts } from "./receipts.ts";

const query: TypedDocumentNode<KeptReceiptsQuery, KeptReceiptsQueryVariables> = gql`
  query KeptReceiptsQuery($codes: [String!]!) {
    receipts(codes: $codes) {
      code
      ...ReceiptNews_receipt @unmask
    }
  }
  ${receiptNews}
`;

type KeptReceipt = KeptReceiptsQuery["receipts"][number];

/** Fetches the progress of the receipts of this device, which alone knows the list. Empty without a network. */
export function useTold(codes: string): ReadonlyMap<string, KeptReceipt> {
  const client = useApolloClient();
  const [told, setTold] = useState<ReadonlyMap<string, KeptReceipt>>(new Map());
  useEffect(() => {
    if (!codes) return;
    client
      .query({ query, variables: { codes: codes.split(" ") }, fetchPolicy: "network-only" })
      .then(({ data }) => setTold(new Map(data?.receipts.map((receipt) => [receipt.code, receipt]))))
      .catch(() => {});
  }, [client, codes]);
  return told;
}

/** As many as one request asks for. */
export const most = 20;

/** The responses sent from this device, each with the way to what became of it. */
export function KeptReceipts() {
  const receipts = useReceipts();
  const told = useTold(
    receipts
      .slice(0, most)
      .map(({ code }) => code)
      .join(" "),
  );
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
          <Progress code={code} told={told.get(code)} />
          <p className="cluster">
            <More to={paths.trail(code)}>
              {m.response_see()}
              <span className="visually-hidden">
                {m.ui_colon()}
                {title}
              </span>
            </More>
            <Button small onClick={() => void forgetReceipt(code)}>
              {m.response_forget()}
              <span className="visually-hidden"> {code}</span>
            </Button>
          </p>
        </Card>
      ))}
    </ul>
  );
}

export function Progress({ code, told }: { code: string; told: KeptReceipt | undefined }) {
  if (!told) return null;
  return (
    <>
      <p>{told.status === "WITHDRAWN" ? m.response_withdrawn() : progressWords(told)}</p>
      <NewsList code={code} news={told.news} />
    </>
  );
}
