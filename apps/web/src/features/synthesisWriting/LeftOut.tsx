import { m } from "@cahier/schema/messages";
import { use } from "react";
import { contentLang } from "../../i18n/content.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { useAct } from "../../ui/useAct.ts";
import { bringBack } from "./placing.mutations.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import type { Version } from "./writing.tsx";
import { Of } from "../../shared/Of.tsx";

/** Sources that the version leaves out, each with its reason and an undo. */
export function LeftOut({ version }: { version: Version }) {
  const { synthesis, hold, say } = use(DeskContext);
  const back = useAct(bringBack);
  if (!version.setAside.length) return <Empty title={m.synthesis_nothing_left_out()} />;
  const bring = async (id: string) => {
    if (await hold(back.run({ synthesisId: synthesis.id, ids: [id] }))) say(m.synthesis_said_brought_back());
  };
  return (
    <>
      <Failed because={back.failed} />
      <ul className="writing-left">
        {version.setAside.map(({ id, keyPoint, passage, reason, note, saidBy }) => {
          const words = keyPoint
            ? m.synthesis_point_short(keyPoint)
            : passage
              ? m.synthesis_quoted({ words: passage.quote })
              : m.synthesis_taken_back();
          return (
            <li key={id}>
              <div>
                <p lang={contentLang()}>{words}</p>
                <p className="quiet">
                  {notRetainedNames[reason]()}
                  {saidBy && (
                    <span lang={contentLang()}>
                      {m.ui_colon()}
                      {m.synthesis_point_short(saidBy)}
                    </span>
                  )}
                  {note && ` : ${note}`}
                </p>
              </div>
              <Button small onClick={() => void bring(id)} disabled={back.busy}>
                {m.synthesis_bring_back()}
                <Of>{words}</Of>
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
