import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { limits } from "@cahier/schema/limits";
import type { Filled_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import styles from "./DocumentText.module.css";
import { WritingArea } from "../../ui/WritingArea.tsx";

const fragment: TypedDocumentNode<Filled_document> = gql`
  fragment Filled_document on Document {
    id
    slug
    title
    purpose
    sections {
      key
      label
      help
      required
    }
    current {
      id
      answers {
        key
        text
      }
    }
    draft {
      key
      text
    }
  }
`;

type Answers = readonly { key: string; text: string }[];

/** A filled sheet as it was published. To be selected with `@unmask`. */
export function Filled({ document: { sections, current } }: { document: Filled_document }) {
  const words = new Map(current?.answers.map(({ key, text }) => [key, text]));
  return (
    <div className="flow" lang={contentLang()}>
      {sections.flatMap(({ key, label }) => {
        const text = words.get(key);
        return text
          ? [
              <section key={key}>
                <h3>{label}</h3>
                <p className={styles.lines}>{text}</p>
              </section>,
            ]
          : [];
      })}
    </div>
  );
}

Filled.fragment = fragment;

/** The blanks of a template, as fields of a form. */
export function Blanks({ sections, answers = [] }: { sections: Filled_document["sections"]; answers?: Answers }) {
  const words = new Map(answers.map(({ key, text }) => [key, text]));
  return sections.map(({ key, label, help, required }) => (
    <WritingArea
      key={key}
      name={key}
      label={<span lang={contentLang()}>{label}</span>}
      help={help && <span lang={contentLang()}>{help}</span>}
      optional={!required}
      rows={3}
      maxLength={limits["document.answer"]}
      defaultValue={words.get(key) ?? ""}
    />
  ));
}

const typed = (fields: FormData, name: string) => ((fields.get(name) as string | null) ?? "").trimEnd();

/** Words typed in the blanks. */
export const answersIn = (sections: Filled_document["sections"], fields: FormData) =>
  sections.map(({ key }) => ({ key, text: typed(fields, key) })).filter(({ text }) => text !== "");

/** A sheet as plain text, to be pasted elsewhere. */
export const sheetAsText = (title: string, sections: Filled_document["sections"], answers: Answers) => {
  const words = new Map(answers.map(({ key, text }) => [key, text]));
  return [
    title,
    ...sections.map(({ key, label, required }) =>
      [required ? label : `${label} (${m.document_optional()})`, words.get(key) ?? "…"].join("\n"),
    ),
  ].join("\n\n");
};
