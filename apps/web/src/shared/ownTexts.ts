import { deviceValue, keepOnDevice, useDeviceValue } from "../ui/device.ts";

/** A text sent from this device, found again by its private link. */
interface OwnText {
  /** Subject of the text. */
  subjectId: string;
  code: string;
  /** Its own id, where several stand in one list. */
  id?: string;
}

/** Kinds of texts that a device keeps the links of. */
type Kind = "reactions" | "agendaRequests";

const most = 100;

const read = (kept: string | null): OwnText[] => {
  try {
    return kept ? (JSON.parse(kept) as OwnText[]) : [];
  } catch {
    return [];
  }
};

/** Those of this device but for one. */
const without = (kind: Kind, code: string) => read(deviceValue(kind)).filter((it) => it.code !== code);

/** Keeps the private link of a text on this device, with what it is about. */
export const keepOwn = (kind: Kind, it: OwnText) =>
  keepOnDevice(kind, JSON.stringify([...without(kind, it.code), it].slice(-most)));

/** Forgets the link of a text that was taken back. */
export const forgetOwn = (kind: Kind, code: string) => keepOnDevice(kind, JSON.stringify(without(kind, code)));

/** Texts about something that were sent from this device. */
export const useOwn = (kind: Kind, subjectId: string) =>
  read(useDeviceValue(kind)).filter((it) => it.subjectId === subjectId);
