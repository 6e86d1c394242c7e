import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { SourceFacts_source } from "../../graphql/operations.generated.ts";
import styles from "./Notebook.module.css";

const fragment: TypedDocumentNode<SourceFacts_source> = gql`
  fragment SourceFacts_source on TextSource {
    title
    original
    name
    licence
    attribution
  }
`;

/** Source, licence and attribution of a text that was made elsewhere: they go wherever it goes. */
export const SourceFacts = ({ source }: { source: SourceFacts_source }) => (
  <dl className={styles.facts}>
    <dt>{m.notebook_source()}</dt>
    <dd>{source.name}</dd>
    {source.licence && (
      <>
        <dt>{m.notebook_licence()}</dt>
        <dd>{source.licence}</dd>
      </>
    )}
    {source.attribution && (
      <>
        <dt>{m.notebook_attribution()}</dt>
        <dd>{source.attribution}</dd>
      </>
    )}
  </dl>
);

SourceFacts.fragment = fragment;
