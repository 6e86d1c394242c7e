import { deviceValue, keepOnDevice, useDeviceValue } from "../../ui/device.ts";

/** A reaction sent from this device. */
interface KeptReaction {
  subjectId: string;
  code: string;
}

const name = "reactions";
const most = 100;

const read = (kept: string | null): KeptReaction[] => {
  try {
    return kept ? (JSON.parse(kept) as KeptReaction[]) : [];
  } catch {
    return [];
  }
};

/** Keeps the private link of a reaction on this device, with what it is about. */
export const keepReaction = (it: KeptReaction) =>
  keepOnDevice(
    name,
    JSON.stringify([...read(deviceValue(name)).filter(({ code }) => code !== it.code), it].slice(-most)),
  );

/** Codes of what was said of something from this device. */
export const useOwnReactions = (subjectId: string) =>
  read(useDeviceValue(name)).flatMap((it) => (it.subjectId === subjectId ? it.code : []));
