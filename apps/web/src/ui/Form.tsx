import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ReactNode, SubmitEvent } from "react";
import type { Form_outcome } from "../graphql/operations.generated.ts";
import { m } from "@cahier/schema/messages";
import styles from "./Form.module.css";

const fragment: TypedDocumentNode<Form_outcome> = gql`
  fragment Form_outcome on Outcome {
    problems {
      code
      field
    }
  }
`;

/** Named one by one: `m[code]` would bring every message of the site into this script. */
const sentences: Record<Form_outcome["problems"][number]["code"], () => string> = {
  REQUIRED: m.problem_REQUIRED,
  TOO_LONG: m.problem_TOO_LONG,
};

interface Props {
  problems?: Form_outcome["problems"];
  onSubmit: (fields: FormData) => unknown;
  children: ReactNode;
}

/** A plain HTML form: the browser holds what is typed, the API says what is wrong with it. */
export function Form({ problems = [], onSubmit, children }: Props) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {children}
      {problems.map(({ code }) => (
        <p className={styles.problem} role="alert" key={code}>
          {sentences[code]()}
        </p>
      ))}
    </form>
  );
}

Form.fragment = fragment;
