import { m } from "@cahier/schema/messages";
import { Quote } from "../../ui/Quote.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** The words that a theme comes from, where it comes from other words than its title. */
export const SourceWords = ({ title, text }: { title: string; text: string }) =>
  text !== title && (
    <Row heading={m.theme_source()} note={m.theme_source_note()}>
      <Quote text={text} />
    </Row>
  );
