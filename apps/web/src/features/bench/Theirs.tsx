import { m } from "@cahier/schema/messages";
import { Notice } from "../../ui/Notice.tsx";

/** What somebody saved in between, beside what one typed, which stays in its field. */
export const Theirs = ({ text }: { text: string }) => (
  <Notice tone="warn">
    <p>{m.bench_theirs()}</p>
    <blockquote lang="fr">{text}</blockquote>
    <p>{m.bench_theirs_what()}</p>
  </Notice>
);
