import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { Originals_notebook } from "../../graphql/operations.generated.ts";
import { filePaths } from "../../filePaths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Download } from "../../ui/Download.tsx";
import styles from "./Notebook.module.css";

const fragment: TypedDocumentNode<Originals_notebook> = gql`
  fragment Originals_notebook on Notebook {
    id
    files {
      id
      name
      kind
      size
      hasPicture
    }
  }
`;

interface Props {
  notebook: Originals_notebook;
  /** Something to do with each. */
  act?: (file: Originals_notebook["files"][number]) => ReactNode;
}

/** Scans and files of the original, each with its first page. To be selected with `@unmask`. */
export const Originals = ({ notebook: { id, files }, act }: Props) => (
  <ul className={`plain flow ${styles.scans}`}>
    {files.map((file) => (
      <li key={file.id}>
        {file.hasPicture && (
          <a href={filePaths.notebookFile(id, file.id)} download>
            <img
              src={filePaths.notebookPicture(id, file.id)}
              alt={m.notebook_files_first({ name: file.name })}
              loading="lazy"
            />
          </a>
        )}
        <p>
          <Download href={filePaths.notebookFile(id, file.id)}>{file.name}</Download>{" "}
          <small>{attachedInWords({ kind: file.kind, size: file.size })}</small>
        </p>
        {act?.(file)}
      </li>
    ))}
  </ul>
);

Originals.fragment = fragment;
