import { m } from "@cahier/schema/messages";
import type { ParagraphKind, SynthesisPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import styles from "./Synthesis.module.css";

type Version = NonNullable<NonNullable<SynthesisPage["synthesis"]>["versionNumbered"]>;

/** A point d'étape in three lines: the first agreement, the first debate, and who was not heard. */
export function SynthesisShort({
  version: { paragraphs, notHeard },
}: {
  version: Pick<Version, "paragraphs" | "notHeard">;
}) {
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
                <a href={to}>{m.synthesis_short_more({ count: rest.length })}</a>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
