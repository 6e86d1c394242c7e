import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { KeptName } from "@cahier/schema/retention";
import {
  isRouteErrorResponse,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useParams,
  useRouteError,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { keptWords } from "../../features/instance/retention.words.ts";
import { Consents } from "../../features/personal/Consents.tsx";
import { Erase } from "../../features/personal/Erase.tsx";
import { Sessions } from "../../features/personal/Sessions.tsx";
import { TakeAway } from "../../features/personal/TakeAway.tsx";
import type { PersonalPage, PersonalPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<PersonalPage, PersonalPageVariables> = gql`
  query PersonalPage($code: String) {
    personalData(code: $code) {
      kind
      readingOnly
      parts {
        name
        rows
      }
      ...Consents_data @unmask
      ...Sessions_data @unmask
      ...Erase_data @unmask
    }
  }
  ${Consents.fragment}
  ${Sessions.fragment}
  ${Erase.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { code: args.params.code ?? null }, ({ personalData }) => {
    if (!personalData && !args.params.code) throw new Response(null, { status: 401 });
    return personalData;
  });

/** To somebody without an account, who has a code or nothing: what is kept with a response is theirs all the same. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <ErrorMessage>
      {isRouteErrorResponse(error) && error.status === 401 && (
        <Row heading={m.personal_by_code()}>
          <p>{m.personal_without_account()}</p>
          <p>
            <More to={paths.follow()}>{m.response_follow_title()}</More>
          </p>
        </Row>
      )}
    </ErrorMessage>
  );
}

/** « Mes données »: all that is kept of somebody, by their account or by a code; taken away, withdrawn, erased. */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data.personalData!;
  const code = useParams().code ?? null;
  const lead = !code ? m.personal_lead : data.readingOnly ? m.personal_lead_reading : m.personal_lead_code;
  return (
    <Ruled>
      <PageHead title={m.personal_title()} lead={<p>{lead()}</p>}>
        <TakeAway code={code} />
        {code ? (
          <More to={paths.follow()}>{m.response_follow_title()}</More>
        ) : (
          <More to={paths.profile()}>{m.role_profile()}</More>
        )}
      </PageHead>
      <Row heading={m.personal_kept()}>
        <ul className="flow">
          {data.parts.map(({ name, rows }) => (
            <li key={name}>
              {keptWords[name as KeptName][0]()}
              {m.ui_colon()}
              {m.personal_kept_rows({ count: rows })}
            </li>
          ))}
        </ul>
        <p>
          <Link to={`${paths.privacy()}#retention`}>{m.personal_kept_more()}</Link>
        </p>
      </Row>
      {data.kind !== "TEXT" && <Consents data={data} code={code} />}
      {!code && <Sessions data={data} />}
      <Erase data={data} code={code} />
    </Ruled>
  );
}
