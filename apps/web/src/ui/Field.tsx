// chunk: form
import { m } from "@cahier/schema/messages";
import type { ComponentProps, ReactNode } from "react";
import styles from "./Field.module.css";
import { useField } from "./Form.tsx";
import { Icon } from "./Icon.tsx";

export interface Labelled {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  /** Says « facultatif » by the label. */
  optional?: boolean;
  /** The label is a question of a questionnaire: set as a title. */
  question?: boolean;
}

interface FrameProps extends Omit<Labelled, "name"> {
  field: ReturnType<typeof useField>;
  children: ReactNode;
}

/** A label, its help, a control, and what was refused about it. */
export const FieldFrame = ({ field, label, help, optional, question, children }: FrameProps) => (
  <div className={styles.field}>
    <label htmlFor={field.id} className={question ? styles.question : styles.label}>
      <span data-label-of={field.id}>{label}</span>
      {optional && <Optional />}
    </label>
    <Answer {...{ field, help, children }} />
  </div>
);

/** Body of a field under its name: help, control and problem. */
const Answer = ({ field, help, children }: Pick<FrameProps, "field" | "help" | "children">) => (
  <>
    {help && (
      <p className={styles.help} id={field.helpId}>
        {help}
      </p>
    )}
    {children}
    <FieldProblems field={field} />
  </>
);

const Optional = () => <small className={styles.optional}> {m.ui_optional()}</small>;

/** Problem of a field. */
export const FieldProblems = ({ field }: { field: ReturnType<typeof useField> }) =>
  field.problems.length > 0 && (
    <p className={styles.problem} id={field.problemId}>
      <Icon name="alert" size={18} />
      {field.problems.join(" ")}
    </p>
  );

/** One line of text. */
export function TextField({ name, label, help, optional, question, ...rest }: Labelled & ComponentProps<"input">) {
  const field = useField(name, !!help, rest.type === "file");
  return (
    <FieldFrame {...{ field, label, help, optional, question }}>
      <input className={styles.control} type="text" {...rest} {...field.control} />
    </FieldFrame>
  );
}

/** One out of a list: the browser's own, at home on a telephone and by keyboard. */
export function Select({ name, label, help, optional, question, ...rest }: Labelled & ComponentProps<"select">) {
  const field = useField(name, !!help, true);
  return (
    <FieldFrame {...{ field, label, help, optional, question }}>
      <select className={styles.control} {...rest} {...field.control} />
    </FieldFrame>
  );
}

interface FieldsetProps extends Omit<Labelled, "label"> {
  legend: ReactNode;
  children: ReactNode;
}

/** Choices that make one question. */
export function Fieldset({ name, legend, help, optional, question, children }: FieldsetProps) {
  const field = useField(name, !!help, true);
  const { name: _, ...aria } = field.control;
  return (
    <fieldset className={styles.field} {...aria} aria-invalid={undefined}>
      <legend className={question ? styles.question : styles.label}>
        <span data-label-of={field.id}>{legend}</span>
        {optional && <Optional />}
      </legend>
      <Answer {...{ field, help, children }} />
    </fieldset>
  );
}
