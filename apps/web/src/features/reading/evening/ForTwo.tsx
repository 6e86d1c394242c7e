import { m } from "@cahier/schema/messages";
import { Key } from "../../../ui/Key.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import type { Text } from "./texts.ts";

/** Why nothing of the first reader is shown: somebody keeps a text for two, or it was drawn. */
export function Blind({ texts }: { texts: readonly Text[] }) {
  const blind = texts.filter((text) => text.blind);
  if (!blind.length) return null;
  const name = blind.find(({ kept }) => kept)?.kept?.name;
  return <Notice tone="info">{name ? m.evening_blind_kept({ name }) : m.reading_blind()}</Notice>;
}

/** Keeps the text that one is on for two, or lets it go; nothing for who reads it second. */
export const KeepForTwo = ({ on, onKeep }: { on: Text; onKeep: () => void }) =>
  on.blind || on.kept?.name ? null : (
    <TextButton aria-pressed={!!on.kept} onClick={onKeep}>
      {m.evening_keep()} <Key>E</Key>
    </TextButton>
  );
