import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { useRef } from "react";
import type { SubmitContribution, SubmitContributionVariables } from "../../graphql/operations.generated.ts";
import { m } from "@cahier/schema/messages";
import { Form } from "../../ui/Form.tsx";

const submitContribution: TypedDocumentNode<SubmitContribution, SubmitContributionVariables> = gql`
  mutation SubmitContribution($input: SubmitContributionInput!) {
    submitContribution(input: $input) {
      ...Form_outcome @unmask
      contribution {
        id
      }
    }
  }
  ${Form.fragment}
`;

export function ContributionForm({ themeId }: { themeId: string }) {
  // Made at the first attempt, not at render: it must not differ between the API and the browser.
  const id = useRef<string>(undefined);
  const [submit, { data }] = useMutation(submitContribution, { refetchQueries: ["ThemePage"] });
  const send = (fields: FormData) => {
    id.current ??= crypto.randomUUID();
    void submit({ variables: { input: { id: id.current, themeId, body: fields.get("body") as string } } });
  };

  if (data?.submitContribution.contribution) return <output>{m.contribution_sent()}</output>;
  return (
    <Form problems={data?.submitContribution.problems} onSubmit={send}>
      <label>
        {m.contribution_body()}
        <textarea name="body" maxLength={limits["contribution.body"]} />
      </label>
      <button type="submit">{m.contribution_submit()}</button>
    </Form>
  );
}
