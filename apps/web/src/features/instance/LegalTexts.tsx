import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import type { InstanceWords } from "./fields.tsx";
import styles from "./Instance.module.css";
import { noticeOf, type Organiser, privacyOf, type Section, writtenOf } from "./legal.ts";

interface Props {
  words: InstanceWords;
  onChange: (words: Partial<InstanceWords>) => void;
  legalEditedOn: string | null;
  privacyEditedOn: string | null;
}

/** The texts that the law asks for: filled by themselves, each to be rewritten or left. */
export function LegalTexts({ words, onChange, legalEditedOn, privacyEditedOn }: Props) {
  const own: Organiser = words;
  const lacks = !(words.controller && words.address && words.contact && words.director && words.host);
  const texts = [
    ["legalText", paths.legal(), m.instance_field_legalText, noticeOf(own), legalEditedOn],
    ["privacyText", paths.privacy(), m.instance_field_privacyText, privacyOf(own), privacyEditedOn],
  ] as const;
  return (
    <ul className={styles.texts}>
      {texts.map(([name, to, label, model, editedOn]) => (
        <li key={name}>
          <div className="cluster">
            <Icon name={lacks && !words[name] ? "alert" : "tick"} />
            <b>{label()}</b>
            <span>{stateOf(words[name], editedOn, lacks)}</span>
            <Link to={to} aria-label={m.instance_text_read_of({ what: label() })}>
              {m.instance_text_read()}
            </Link>
          </div>
          <Disclosure
            summary={
              <>
                {m.instance_text_edit()}
                <span className="visually-hidden"> {label()}</span>
              </>
            }
          >
            <Rewriting
              {...{ name, label, model }}
              value={words[name]}
              onChange={(text) => onChange({ [name]: text })}
            />
          </Disclosure>
        </li>
      ))}
      <li>
        <div className="cluster">
          <Icon name="alert" />
          <b>{m.instance_accessibility()}</b>
          <span>{m.instance_accessibility_state()}</span>
          <Link to={paths.accessibility()} aria-label={m.instance_text_read_of({ what: m.instance_accessibility() })}>
            {m.instance_text_read()}
          </Link>
        </div>
      </li>
    </ul>
  );
}

function stateOf(text: string, editedOn: string | null, lacks: boolean) {
  if (text) return editedOn ? m.instance_text_edited({ date: formatDate(editedOn) }) : m.instance_text_own();
  return lacks ? m.instance_text_lacking() : m.instance_text_model();
}

interface RewritingProps {
  name: "legalText" | "privacyText";
  label: () => string;
  model: Section[];
  value: string;
  onChange: (text: string) => void;
}

const Rewriting = ({ name, label, model, value, onChange }: RewritingProps) => (
  <div className="flow">
    <WritingArea
      name={name}
      label={label()}
      help={m.instance_text_help()}
      optional
      rows={10}
      maxLength={limits["instance.text"]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      foot={
        !value && (
          <Button small onClick={() => onChange(writtenOf(model))}>
            {m.instance_text_begin()}
            <span className="visually-hidden">
              {m.ui_colon()}
              {label()}
            </span>
          </Button>
        )
      }
    />
    {value && <p className="quiet">{m.instance_text_stays()}</p>}
  </div>
);
