import { useDeviceValue } from "../ui/device.ts";

/** Name, on this device, of the region whose group one joined there. */
export const ownRegionKey = "region";

/** Slug of one's own region: of one's account, else of this device; null without one. */
export const useOwnRegion = (ofAccount?: string | null) => {
  const ofDevice = useDeviceValue(ownRegionKey);
  return ofAccount ?? ofDevice;
};

/** The same list, one's own region first. */
export function ownFirst<Item>(items: readonly Item[], own: string | null, slugOf: (item: Item) => string): Item[] {
  const first = own ? items.filter((item) => slugOf(item) === own) : [];
  return first.length > 0 ? [...first, ...items.filter((item) => !first.includes(item))] : [...items];
}
