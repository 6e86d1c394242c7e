import { largestFile } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { filePaths } from "../../filePaths.ts";
import { toldBy } from "../../shared/post.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptLine } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { useKept } from "../../ui/useKept.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { addMinutesBlocks } from "./minutes.mutations.tsx";
import styles from "./Minutes.module.css";
import { PieceFields } from "./PieceFields.tsx";
import { cutAt, joinedAt, type Piece, piecesOf } from "./pieces.ts";

/** A text that is being cut: what was pasted, then its pieces. */
interface Cutting {
  source: string;
  pieces: Piece[];
}

const nothing: Cutting = { source: "", pieces: [] };

interface Props {
  minutesId: string;
  /** Blocks that minutes still take. */
  room: number;
}

/** Notes pasted, or taken from a file, and cut into blocks by a person; kept on the device until they are added. */
export function PasteBlocks({ minutesId, room }: Props) {
  const { kept, found, ...at } = useKept<Cutting>(`minutesPaste:${minutesId}`);
  const [typed, setTyped] = useState<Cutting | null>(null);
  const { source, pieces } = typed ?? found?.value ?? nothing;
  const change = (next: Cutting) => {
    setTyped(next);
    kept.keep(next);
  };
  const forget = () => {
    setTyped(nothing);
    void kept.forget();
  };
  const [added, setAdded] = useState(0);
  const line = <KeptLine {...at} onErase={forget} />;
  return pieces.length === 0 ? (
    <>
      {added > 0 && (
        <Notice tone="done" live>
          {m.minutes_paste_added({ count: added })}
        </Notice>
      )}
      <Source
        source={source}
        onType={(text) => change({ source: text, pieces: [] })}
        onCut={(text) => change({ source: text, pieces: piecesOf(text, room) })}
      />
      {line}
    </>
  ) : (
    <>
      <Pieces
        minutesId={minutesId}
        pieces={pieces}
        onChange={(next) => change({ source, pieces: next })}
        onBack={() => change({ source, pieces: [] })}
        onAdded={() => {
          setAdded(pieces.length);
          forget();
        }}
      />
      {line}
    </>
  );
}

interface SourceProps {
  source: string;
  onType: (text: string) => void;
  onCut: (text: string) => void;
}

/** The text to cut: pasted here, or read from a file. */
function Source({ source, onType, onCut }: SourceProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** The file that did not arrive, and why. */
  const [failed, setFailed] = useState<{ file: File; because: Failure } | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (file: File) => {
    setFailed(null);
    setProblems(file.size > largestFile ? [{ code: "TOO_LARGE", field: "file" }] : []);
    if (file.size > largestFile) return;
    setBusy(true);
    try {
      const answer = await fetch(filePaths.minutesText, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = await toldBy<{ problems: Problem[]; text: string }>(answer);
      if (!told.problems) setFailed({ file, because: answer });
      setProblems((told.problems ?? []).map(inWords));
      if (told.text !== undefined) onType(told.text);
    } catch (error) {
      setFailed({ file, because: error as Error });
    }
    setBusy(false);
  };
  return (
    <Form
      label={m.minutes_paste()}
      problems={problems}
      busy={busy}
      onSubmit={() => (source.trim() ? onCut(source) : setProblems([{ code: "REQUIRED", field: "source" }]))}
    >
      <WritingArea
        name="source"
        label={m.minutes_paste_text()}
        help={m.minutes_paste_help()}
        rows={4}
        data-local
        value={source}
        onChange={(event) => onType(event.target.value)}
      />
      <TextField
        name="file"
        type="file"
        accept=".txt,.odt,.docx,text/plain"
        label={m.minutes_paste_file()}
        help={m.minutes_paste_file_help()}
        optional
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again is read again.
          event.target.value = "";
          if (file) void read(file);
        }}
      />
      <Failed because={failed?.because} />
      {failed && (
        <Button small disabled={busy} onClick={() => void read(failed.file)}>
          {m.minutes_paste_again({ name: failed.file.name })}
        </Button>
      )}
      <Button type="submit">{busy ? m.minutes_paste_reading() : m.minutes_paste_cut()}</Button>
    </Form>
  );
}

/** Says as a sentence what the file should have been. */
const inWords = (problem: Problem): Problem =>
  problem.code === "UNREADABLE_FILE" ? { ...problem, value: m.minutes_paste_expected() } : problem;

interface PiecesProps {
  minutesId: string;
  pieces: Piece[];
  onChange: (pieces: Piece[]) => void;
  onBack: () => void;
  onAdded: () => void;
}

/** The pieces looked over: each is reworded, cut, joined or left out, then all of them are added at once. */
function Pieces({ minutesId, pieces, onChange, onBack, onAdded }: PiecesProps) {
  const act = useAct(addMinutesBlocks);
  const list = useRef<HTMLOListElement>(null);
  // The text that the keyboard goes on in, once a piece was cut, joined or left out.
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current !== null) list.current?.querySelectorAll("textarea")[next.current]?.focus();
    next.current = null;
  });
  const put = (changed: Piece[], focused: number) => {
    act.reset();
    onChange(changed);
    next.current = Math.min(focused, changed.length - 1);
  };
  const send = async () => {
    const blocks = pieces.map(({ topic, owner, due, ...piece }) => ({
      ...piece,
      topic: topic || null,
      owner: owner || null,
      due: due || null,
    }));
    if (await act.run({ minutesId, blocks })) onAdded();
  };
  return (
    <Form label={m.minutes_paste()} problems={act.problems} busy={act.busy} onSubmit={() => void send()}>
      <p>{m.minutes_paste_lead({ count: pieces.length })}</p>
      <ol className={styles.pieces} ref={list}>
        {pieces.map((piece, at) => (
          <li key={piece.id}>
            <PieceFields
              at={at}
              piece={piece}
              onChange={(changed) => onChange(pieces.with(at, changed))}
              onCut={(place) => put(cutAt(pieces, at, place), at + 1)}
              onJoin={at === 0 ? null : () => put(joinedAt(pieces, at), at - 1)}
              onRemove={() => put(pieces.toSpliced(at, 1), at)}
            />
          </li>
        ))}
      </ol>
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary>
          {m.minutes_paste_add({ count: pieces.length })}
        </Button>
        <Button onClick={onBack}>{m.minutes_paste_back()}</Button>
      </div>
    </Form>
  );
}
