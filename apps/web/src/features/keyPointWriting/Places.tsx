import { contentLang } from "../../i18n/content.ts";
import type { Listed } from "./panel.tsx";
import { inOrder, treeOf } from "./tree.ts";

/** Key points as options of a list, each under its own. */
export const PlaceOptions = ({ keyPoints }: { keyPoints: readonly Listed[] }) =>
  inOrder(treeOf(keyPoints)).map(({ row: { id, number, sentence }, depth }) => (
    <option value={id} lang={contentLang()} key={id}>
      {`${"— ".repeat(depth)}${number}. ${sentence}`}
    </option>
  ));
