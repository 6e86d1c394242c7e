import { m } from "@cahier/schema/messages";
import { useLocation, useNavigate } from "react-router-dom";
import { Select } from "../../ui/Field.tsx";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  objectives: readonly { slug: string; number: number; name: string }[];
  chosen: string;
}

/** To which objective's key points a text is given: its own, unless one says another. */
export function ObjectiveSelect({ objectives, chosen }: Props) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const choose = (slug: string) => {
    const params = new URLSearchParams(search);
    params.set("for", slug);
    void navigate({ search: `?${params}` }, { replace: true, preventScrollReset: true, state: state as unknown });
  };
  return (
    <Select
      name="for"
      label={m.reading_for_objective()}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      {objectives.map(({ slug, number, name }) => (
        <option value={slug} lang={contentLang()} key={slug}>
          {number}. {name}
        </option>
      ))}
    </Select>
  );
}
