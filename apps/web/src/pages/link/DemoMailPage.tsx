import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { DemoMailPage, DemoMailPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<DemoMailPage, DemoMailPageVariables> = gql`
  query DemoMailPage {
    demoMails {
      id
      to
      subject
      text
      sentAt
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "demoMails");

/** The mails that the demonstration would have sent: it sends none. */
export function Component() {
  const mails = useReadQuery(useLoaderData<typeof loader>()).data.demoMails!;
  return (
    <Ruled>
      <PageHead title={m.person_mails()} lead={m.person_mails_lead()} />
      <Row heading={m.person_mails_heading()}>
        {mails.length ? (
          <ol className="flow">
            {mails.map((mail) => (
              <Card as="li" key={mail.id}>
                <p className="quiet">
                  {mail.to}, <When date={mail.sentAt} format="time" />
                </p>
                <h3>{mail.subject}</h3>
                <p className="verbatim">{withLinks(mail.text)}</p>
              </Card>
            ))}
          </ol>
        ) : (
          <Empty title={m.person_no_mail()}>{m.person_no_mail_why()}</Empty>
        )}
      </Row>
    </Ruled>
  );
}

/** Our own mails: their links lead back here. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 ? (
      <a href={part} key={index}>
        {part}
      </a>
    ) : (
      part
    ),
  );
