import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { ParagraphKind } from "../../graphql/operations.generated.ts";
import { contentLang, pageLang } from "../../i18n/content.ts";
import styles from "./Synthesis.module.css";
import { Of } from "../../shared/Of.tsx";

interface Props {
  version: {
    paragraphs: readonly { kind: ParagraphKind; text: string }[];
    notHeard: readonly string[];
  };
  /** Address of its page, where this is not it. */
  leads?: string;
}

/** A point d'étape in three lines: the first agreement, the first debate, and who was not heard. */
export function SynthesisShort({ version: { paragraphs, notHeard }, leads = "" }: Props) {
  const of = (kind: ParagraphKind) => paragraphs.filter((one) => one.kind === kind).map(({ text }) => text);
  const lines = [
    { name: m.synthesis_short_agreement(), those: of("AGREEMENT"), to: "#agreement" },
    { name: m.synthesis_short_debate(), those: of("DEBATE"), to: "#debate" },
    { name: m.synthesis_short_not_heard(), those: notHeard, to: "#now" },
  ].filter(({ those }) => those.length > 0);
  return (
    <dl className={styles.short}>
      {lines.map(({ name, those: [first, ...rest], to }) => (
        <div key={to}>
          <dt>{name}</dt>
          <dd lang={contentLang()}>
            {first}
            {rest.length > 0 && (
              <>
                {" "}
                <Link to={leads + to} lang={pageLang()}>
                  {m.synthesis_short_more({ count: rest.length })}
                  <Of>{first!.slice(0, 60)}</Of>
                </Link>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
