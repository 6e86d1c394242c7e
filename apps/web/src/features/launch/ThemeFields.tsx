import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Card } from "../../ui/Card.tsx";
import { Select } from "../../ui/Field.tsx";
import { type GroupWords, GroupWordsFields } from "./GroupWordsFields.tsx";
import styles from "./Launch.module.css";

/** A theme to choose. */
export interface ThemeOption {
  slug: string;
  number: number;
  title: string;
  sourceText: string;
  axis: string;
  /** Name of the group at work on it. */
  group: string | null;
}

/** The same with its theme. */
export interface ThemeWords extends GroupWords {
  /** Slug of the theme. */
  theme: string;
}

interface Props {
  words: ThemeWords;
  set: (change: Partial<ThemeWords>) => void;
  themes: readonly ThemeOption[];
  onTheme: (slug: string) => void;
  /** Beside the list of themes. */
  more?: ReactNode;
  /** Before the fields. */
  head?: ReactNode;
  dates?: ReactNode;
}

/** Theme, name, goal and promise of a group, beside what people will see of them. */
export function ThemeFields({ words, set, themes, onTheme, more, head, dates }: Props) {
  const theme = themes.find(({ slug }) => slug === words.theme);
  return (
    <div className={styles.two}>
      <div className="flow">
        {head}
        <Select
          name="theme"
          label={m.launch_theme()}
          help={m.launch_theme_help({ count: themes.filter(({ group }) => !group).length })}
          value={words.theme}
          onChange={({ currentTarget: { value } }) => onTheme(value)}
        >
          <option value="">{m.launch_theme_choose()}</option>
          {themes.map(({ slug, number, title, axis, group }) => (
            <option value={slug} key={slug} lang={contentLang()}>
              {group ? m.launch_theme_taken({ number, title, group }) : m.launch_theme_option({ number, title, axis })}
            </option>
          ))}
        </Select>
        {more}
        <GroupWordsFields words={words} set={set} />
      </div>
      <aside className={styles.preview} aria-label={m.launch_preview()}>
        <p className="quiet">{m.launch_preview()}</p>
        <Card>
          {theme && (
            <p className="quiet" lang={contentLang()}>
              {m.launch_preview_theme({ number: theme.number, axis: theme.axis })}
            </p>
          )}
          <h2 lang={contentLang()}>{words.name || m.launch_preview_name()}</h2>
          <p lang={contentLang()}>{words.finalGoal}</p>
          {dates && <p className="quiet">{dates}</p>}
        </Card>
        <p className="quiet">{m.launch_preview_note()}</p>
      </aside>
    </div>
  );
}
