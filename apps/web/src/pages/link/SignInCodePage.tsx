import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { saySecondFactorProblems } from "../../features/secondFactor/secondFactorProblems.ts";
import type { SignInCodePage, SignInCodePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { askedPageOr } from "../../shared/askedPage.ts";
import { usePost } from "../../shared/post.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Ruled } from "../../ui/Ruled.tsx";
import { CodeField } from "../../features/secondFactor/CodeField.tsx";

saySecondFactorProblems();

const query: TypedDocumentNode<SignInCodePage, SignInCodePageVariables> = gql`
  query SignInCodePage {
    sessionAwaits
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The code of a second factor, after the link: until it is given, whoever came by the link is nobody here. */
export function Component() {
  const { sessionAwaits } = useReadQuery(useLoaderData<typeof loader>()).data;
  const account = useHref(paths.signIn());
  const home = useHref(paths.home());
  const [give, { problems, busy, failed }] = usePost("/auth/code", () => location.assign(askedPageOr(account)));
  const [leave, { busy: leaves }] = usePost("/auth/sign-out", () => location.assign(home));
  if (sessionAwaits !== "CODE" || problems.some(({ code }) => code === "GONE"))
    return (
      <Ruled>
        <PageHead title={m.secondFactor_sign_in()}>
          <Notice tone="warn">{m.secondFactor_over()}</Notice>
          <More to={paths.signIn()}>{m.person_sign_in()}</More>
        </PageHead>
      </Ruled>
    );
  return (
    <Ruled>
      <PageHead title={m.secondFactor_sign_in()} lead={<p>{m.secondFactor_sign_in_lead()}</p>}>
        <Form problems={problems} busy={busy} onSubmit={(fields) => void give({ code: fields.get("code") })}>
          <CodeField data-first />
          <Failed because={failed}>{m.person_failed()}</Failed>
          <div className="cluster">
            <Button type="submit" primary disabled={busy}>
              {m.secondFactor_sign_in_do()}
            </Button>
            <Button disabled={leaves} onClick={() => void leave({})}>
              {m.person_sign_out()}
            </Button>
          </div>
        </Form>
        <p className="quiet">{m.secondFactor_lost()}</p>
      </PageHead>
    </Ruled>
  );
}
