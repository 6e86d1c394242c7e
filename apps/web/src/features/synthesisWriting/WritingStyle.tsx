import views from "../../shared/views.css?url";
import { Style } from "../../ui/Style.tsx";
import paragraph from "./paragraph/paragraph.css?url";
import sheet from "./writing.css?url";

/** Style of the page where a synthesis is written. */
export const WritingStyle = () => [views, sheet, paragraph].map((href) => <Style href={href} key={href} />);
