import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useDeferredValue, useEffect, useState } from "react";
import { Link } from "react-router-dom";
import type { InterlocutorLevel } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { levelNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import { nearInterlocutors } from "./interlocutor.mutations.tsx";
import styles from "./Register.module.css";

interface Props {
  name: string;
  level: InterlocutorLevel | "";
  territory: string;
  /** The one that is being changed: it is like itself. */
  except?: string;
}

/** Milliseconds without typing before it is asked. */
const pause = 400;

/** While an office is typed, those of the register that may be the same: so that none is there twice. */
export function NearOffices({ name, level, territory, except }: Props) {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), pause);
    return () => clearTimeout(timer);
  }, [name]);
  const { data, previousData } = useQuery(nearInterlocutors, {
    variables: { name: asked, level: level || "LOCAL", territory: territory || null, except: except ?? null },
    skip: asked.length < 4,
  });
  const near = useDeferredValue((data ?? previousData)?.nearInterlocutors ?? []);
  return (
    <output>
      {asked.length >= 4 && near.length > 0 && (
        <Notice tone="warn">
          <p>{m.interlocutor_near()}</p>
          <ul className={styles.near}>
            {near.map(({ id, slug, name: known, level: itsLevel, remit }) => (
              <li key={id}>
                <Link to={paths.interlocutor(slug)} lang={contentLang()}>
                  {known}
                </Link>{" "}
                <small>
                  {levelNames[itsLevel]()}
                  {". "}
                  <span lang={contentLang()}>{remit}</span>
                </small>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </output>
  );
}
