// chunk: form
import { gql, type TypedDocumentNode } from "@apollo/client";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useId,
  useState,
} from "react";
import type { Form_outcome } from "../graphql/operations.generated.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { tellFilled } from "../graphql/headers.ts";
import styles from "./Form.module.css";
import { type Problem, fieldSentence } from "./problems.ts";
import { unsendable } from "./unsendable.ts";

const fragment: TypedDocumentNode<Form_outcome> = gql`
  fragment Form_outcome on Outcome {
    problems {
      code
      field
      value
    }
  }
`;

interface Props extends Pick<ComponentProps<typeof ErrorSummary>, "labelOf" | "hrefOf"> {
  /** Problems of a refusal by the API. */
  problems?: readonly Problem[];
  onSubmit: (fields: FormData) => unknown;
  /** While it is being sent: a second press does nothing. */
  busy?: boolean;
  label?: string;
  /** Address to which a browser without scripts posts it; by default it does not. */
  action?: string;
  /** False where the summary stands elsewhere: fields show their own all the same. */
  summary?: boolean;
  children: ReactNode;
}

/** Problems of a form and prefix of its fields' ids; given by `Form`, or by a form drawn without it. */
export const FormContext = createContext<{ id: string; problems: readonly Problem[] }>({ id: "", problems: [] });

/** Controls whose words are sent; what stays on the device says so by `data-local`. */
const sentBy = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>("[name]:not([data-local])")];

/** A plain HTML form: the browser holds what is typed, the API says what is wrong with it, and each field shows its own. */
export function Form({
  problems: refused = [],
  onSubmit,
  busy = false,
  label,
  action,
  summary = true,
  children,
  ...words
}: Props) {
  const id = useId();
  const [kept, setKept] = useState<readonly Problem[]>([]);
  const problems = kept.length ? kept : refused;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = unsendable(sentBy(event.currentTarget));
    setKept(found);
    if (busy || found.length) return;
    const fields = new FormData(event.currentTarget, event.nativeEvent.submitter);
    tellFilled(fields);
    onSubmit(fields);
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      // Sent before any script is there, it does nothing: an address would tell what is typed.
      method={action ? "post" : "dialog"}
      action={action}
      aria-busy={busy}
      aria-label={label}
      noValidate
    >
      {summary && <ErrorSummary problems={problems} idOf={(field) => `${id}${field}`} {...words} />}
      <FormContext value={{ id, problems }}>{children}</FormContext>
    </form>
  );
}

Form.fragment = fragment;

/** Attributes that tie a control to its label, its help and its problems; one writes in it, or chooses. */
export function useField(name: string, hasHelp = false, chooses = false) {
  const { id: form, problems } = useContext(FormContext);
  const own = useId();
  const id = `${form || own}${name}`;
  const mine = problems.filter(({ field }) => field === name);
  const describedBy = [hasHelp && `${id}-help`, mine.length > 0 && `${id}-problem`].filter(Boolean).join(" ");
  return {
    id,
    helpId: `${id}-help`,
    problemId: `${id}-problem`,
    /** The sentences to show by the field. */
    problems: mine.map((problem) => fieldSentence(problem, chooses)),
    control: {
      id,
      name,
      "aria-describedby": describedBy || undefined,
      "aria-invalid": mine.length > 0 || undefined,
    },
  };
}
