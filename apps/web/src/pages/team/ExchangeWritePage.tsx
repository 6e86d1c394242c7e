import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ExchangeForm } from "../../features/exchange/ExchangeForm.tsx";
import type { ExchangeWritePage, ExchangeWritePageVariables } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionsToChoose, termChoice } from "../../shared/choices.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<ExchangeWritePage, ExchangeWritePageVariables> = gql`
  query ExchangeWritePage($id: ID!, $isThere: Boolean!) {
    viewer {
      id
      displayName
    }
    instance {
      today
    }
    exchange(id: $id) @include(if: $isThere) {
      id
      direction
      kind
      title
      text
      sector
      organisation
      expiresOn
      version
      territory {
        id
        slug
      }
      initiative {
        id
        slug
        name
      }
      viewerCan {
        edit
      }
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    ...RegionsToChoose_query @unmask
  }
  ${termChoice}
  ${regionsToChoose}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const { id } = args.params;
  return preload(
    args,
    query,
    { id: id ?? "", isThere: !!id },
    ({ exchange, viewer }) => !id || allowed(exchange?.viewerCan.edit, viewer),
  );
};

/** Form to post a notice or change it, for people who are signed in. */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data;
  const { viewer, exchange } = data;
  const { sendsMail } = useInstance();
  const here = useHref(paths.exchangeWrite());
  return (
    <Ruled>
      <PageHead title={exchange ? m.exchange_edit() : m.exchange_post()} lead={m.exchange_post_lead()}>
        <More to={paths.exchanges()} icon="back">
          {m.exchange_all()}
        </More>
        {!sendsMail && <Notice>{m.exchange_no_mail()}</Notice>}
      </PageHead>
      <Row>
        {viewer ? (
          <ExchangeForm data={data} viewer={viewer} key={exchange?.id} />
        ) : (
          <p>
            <ButtonLink primary to={paths.signIn(here)}>
              {m.exchange_sign_in()}
            </ButtonLink>
          </p>
        )}
      </Row>
    </Ruled>
  );
}
