import { m } from "@cahier/schema/messages";
import { useInstance } from "../frame/instance.ts";
import { Select } from "../ui/Field.tsx";

/** The language of somebody's account; nothing to choose where the site has one alone. */
export function LanguageSelect({ language }: { language: "fr" | "en" }) {
  const { languages } = useInstance();
  if (languages !== "BOTH")
    return <input type="hidden" name="language" value={languages === "ENGLISH" ? "en" : "fr"} />;
  return (
    <Select name="language" label={m.role_language()} defaultValue={language}>
      <option value="fr">Français</option>
      <option value="en">English</option>
    </Select>
  );
}
