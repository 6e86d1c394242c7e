import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { When } from "../../ui/When.tsx";
import styles from "./Answering.module.css";
import type { Questionnaire } from "./question.ts";

/** Number, title and last day of a questionnaire that one answers. */
export const About = ({
  questionnaire: { number, title, language, closesAt },
}: {
  questionnaire: Pick<Questionnaire, "number" | "title" | "language" | "closesAt">;
}) => (
  <p className={styles.about}>
    <b>{m.questionnaire_number({ number })}</b>
    <span lang={contentLang(language)}>{title}.</span> {m.questionnaire_open_until()}{" "}
    <When date={closesAt} format="short" />.
  </p>
);
