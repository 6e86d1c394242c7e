import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { Fold } from "../../ui/Part.tsx";
import { FromWords, type Words } from "./FromWords.tsx";

interface Props {
  works: readonly { id: string; title: string; reference: string; url: string | null; words: Words | null }[];
}

/** Works a proposal refers to beside the words of people, each with the people who supplied it. */
export const Works = ({ works }: Props) =>
  works.length > 0 && (
    <Fold id="works" heading={m.proposal_works()} note={formatNumber(works.length)}>
      <ul lang={contentLang()}>
        {works.map(({ id, title, reference, url, words }) => (
          <li key={id}>
            {url ? (
              <a href={url} rel="nofollow noopener">
                {title}
              </a>
            ) : (
              <>
                <cite>{title}</cite>
                {`, ${reference}`}
              </>
            )}
            {words && " · "}
            <FromWords words={words} />
          </li>
        ))}
      </ul>
    </Fold>
  );
