import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type {
  NotebookLine_line,
  NotebookLines_notebook,
  NotebookLineState,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { When } from "../../ui/When.tsx";
import { quoted } from "../../ui/quoted.ts";

/** A line of a notebook, with the theme it stands under. */
export const notebookLine: TypedDocumentNode<NotebookLine_line> = gql`
  fragment NotebookLine_line on NotebookLine {
    id
    state
    reason
    answer
    on
    passage {
      id
      quote
    }
    theme {
      id
      slug
      title
      axis {
        id
        name
      }
    }
    fromTheme {
      id
      title
    }
    viewerCan {
      answer
      detach
    }
  }
`;

const fragment: TypedDocumentNode<NotebookLines_notebook> = gql`
  fragment NotebookLines_notebook on Notebook {
    id
    lines {
      ...NotebookLine_line @unmask
    }
  }
  ${notebookLine}
`;

const states: Names<NotebookLineState> = {
  OWN: m.notebook_line_OWN,
  SENT: m.notebook_line_SENT,
  ACCEPTED: m.notebook_line_ACCEPTED,
  RETURNED: m.notebook_line_RETURNED,
};

/** One line: its words, its axis and theme, where it is between two groups. */
export const NotebookLine = ({ line, children }: { line: NotebookLine_line; children?: ReactNode }) => (
  <Card as="li">
    <blockquote className="verbatim" lang={contentLang()}>
      {quoted(line.passage.quote)}
    </blockquote>
    <p>
      <Link to={paths.theme(line.theme.slug)} lang={contentLang()}>
        {line.theme.title}
      </Link>{" "}
      <small lang={contentLang()}>{line.theme.axis.name}</small>
    </p>
    <p className="quiet">
      {states[line.state]()} · <When date={line.on} />
      {line.fromTheme && ` · ${m.notebook_line_to({ from: line.fromTheme.title, to: line.theme.title })}`}
    </p>
    {line.reason && <p>{m.notebook_line_why({ reason: line.reason })}</p>}
    {line.answer && <p>{m.notebook_line_answered({ answer: line.answer })}</p>}
    {children}
  </Card>
);

/** The lines of a notebook, in the order of its text. */
export const NotebookLines = ({ lines }: { lines: readonly NotebookLine_line[] }) =>
  lines.length > 0 ? (
    <ul className="cards">
      {lines.map((line) => (
        <NotebookLine line={line} key={line.id} />
      ))}
    </ul>
  ) : (
    <Empty title={m.notebook_lines_none()} />
  );

NotebookLines.fragment = fragment;
