import views from "../../shared/views.css?url";
import { Style } from "../../ui/Style.tsx";
import outline from "./outline.css?url";
import question from "./question/question.css?url";
import sheet from "./questionnaireWriting.css?url";

/** Style of the pages where a questionnaire is written. */
export const WritingStyle = () => [views, outline, question, sheet].map((href) => <Style href={href} key={href} />);
