import { deviceValue, keepOnDevice } from "../../../ui/device.ts";

const name = "drafts-to-erase";

/** Secrets of the drafts erased here while the server did not answer. */
export const toForget = () => deviceValue(name)?.split(" ").filter(Boolean) ?? [];

const others = (token: string) => toForget().filter((one) => one !== token);

/** Has a draft erased from the server the next time that a questionnaire is opened, if not before. */
export const forgetLater = (token: string) => keepOnDevice(name, [...others(token), token].join(" "));

export const forgotten = (token: string) => keepOnDevice(name, others(token).join(" "));
