import { m } from "@cahier/schema/messages";
import { Icon } from "./Icon.tsx";

/** Light or dark, kept on this device; until it is pressed the system decides. */
export function ThemeButton() {
  const change = () => {
    const { dataset } = document.documentElement;
    const dark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", dataset.theme);
  };
  return (
    <button type="button" onClick={change} aria-label={m.shell_theme()}>
      <Icon name="sun" size={22} />
    </button>
  );
}
