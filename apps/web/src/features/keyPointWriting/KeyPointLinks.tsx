import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { useShow } from "./useShow.ts";

/** Key points by number and sentence, each opened beside the list. */
export function KeyPointLinks({
  keyPoints,
}: {
  keyPoints: readonly { id: string; number: number; sentence: string }[];
}) {
  const show = useShow();
  return (
    <ul className="flow">
      {keyPoints.map(({ id, number, sentence }) => (
        <li key={id}>
          <Link to={show(id)} preventScrollReset lang={contentLang()}>
            {number}. {sentence}
          </Link>
        </li>
      ))}
    </ul>
  );
}
