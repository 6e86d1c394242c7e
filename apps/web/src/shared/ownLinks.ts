import { sayChanged, useDeviceValue } from "../ui/device.ts";
import { shelf as ownShelf, type Shelf } from "../ui/shelf.ts";

/** Private way back to something that was sent from this device without an account. */
export interface OwnLink {
  code: string;
  /** What it is about: a statement that was reacted to, a meeting. */
  subjectId?: string;
  /** Its own id, where several stand in one list. */
  id?: string;
}

/** Kinds of what is sent so. */
type Kind = "receipts" | "reactions" | "agendaRequests" | "attendances";

/** Links of one kind that a device keeps; beyond them the oldest is forgotten. */
const most = 500;

const prefix = "own:";

/** Name under which the device keeps those of a kind. */
const nameOf = (kind: Kind) => prefix + kind;

/** Links as they are stored. The list stood alone before it was on the disk too, under the kind itself. */
function linksIn<Link>(stored: string | null): Link[] {
  try {
    const found = JSON.parse(stored ?? "[]") as Link[] & { links?: Link[] };
    return found.links ?? found;
  } catch {
    return [];
  }
}

/** Each once. A page of before, open in another tab, still writes under the former name. */
function together<Link extends OwnLink>(stored: string | null, former: string | null) {
  const links = [...linksIn<Link>(stored), ...linksIn<Link>(former)];
  return links.filter((link, at) => links.findIndex(({ code }) => code === link.code) === at);
}

/**
 * Puts one first, or takes it off. Ends once the disk has it: a browser that is killed right after something was sent
 * would lose the only way back to it. False where the device keeps nothing.
 */
async function change(kind: Kind, code: string, link: OwnLink[], shelf: Shelf) {
  const name = nameOf(kind);
  await shelf.mend(name).catch(() => []);
  const others = together(shelf.read(name), shelf.read(kind)).filter((it) => it.code !== code);
  const links = [...link, ...others].slice(0, most);
  try {
    const onDisk = shelf.keep(name, JSON.stringify({ links, savedAt: new Date().toISOString() }));
    shelf.storage().removeItem(kind);
    sayChanged();
    // A browser without a disk has it all the same.
    await onDisk.catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

/** Keeps a link on this device, and on its disk; false where it keeps nothing. */
export const keepLink = (kind: Kind, link: OwnLink, shelf = ownShelf) => change(kind, link.code, [link], shelf);

/** Forgets the link of something that was taken back, or that was sent from somebody else's machine. */
export const forgetLink = (kind: Kind, code: string, shelf = ownShelf) => change(kind, code, [], shelf);

/** Links of a kind that this device keeps, the last one first; none while the page comes from the API. */
export const useLinks = <Link extends OwnLink>(kind: Kind) =>
  together<Link>(useDeviceValue(nameOf(kind)), useDeviceValue(kind));

/** Those about something. */
export const useLinksAbout = (kind: Kind, subjectId: string) =>
  useLinks(kind).filter((link) => link.subjectId === subjectId);

/** Private link of one's own attendance at a meeting; null where this device knows none. */
export function useOwnAttendance(meetingId: string) {
  const [link] = useLinksAbout("attendances", meetingId);
  // As it was kept before it was on the disk too.
  const former = useDeviceValue(`attendance:${meetingId}`);
  return link?.code ?? former;
}

/** Takes what the disk knows better, after a browser was killed. */
export async function mendLinks(shelf = ownShelf) {
  if ((await shelf.mend(prefix)).length > 0) sayChanged();
}
