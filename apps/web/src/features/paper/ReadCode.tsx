import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type CameraState, isThereCamera, lookForCode, mayFilm } from "./camera.ts";
import styles from "./Paper.module.css";

interface Props {
  /** Id of the field that is filled in: it has the focus after. */
  field: string;
  onRead: (code: string) => void;
}

const never = () => () => undefined;

/** An address that ends so opens the camera at once. */
const opened = "#camera";
const isOpened = () => location.hash === opened;

/** « Lire le code avec la caméra »: what is read is filled in as if it had been typed. */
export function ReadCode({ field, onRead }: Props) {
  const there = useSyncExternalStore(never, isThereCamera, () => true);
  const atOnce = useSyncExternalStore(never, isOpened, () => false);
  const [chosen, setOpen] = useState<boolean | null>(null);
  const open = chosen ?? atOnce;
  const close = () => {
    if (isOpened()) history.replaceState(history.state, "", location.pathname + location.search);
    setOpen(false);
  };
  // Once the dialog has given the focus back to the button.
  const filled = useRef(false);
  useEffect(() => {
    if (open || !filled.current) return;
    filled.current = false;
    document.getElementById(field)?.focus();
  }, [open, field]);
  if (!there) return <p className="quiet">{m.paper_camera_none()}</p>;
  // The sheet in hand is kept on the device: the document is asked for again, as one that may open the camera.
  const again = () => {
    history.replaceState(history.state, "", location.pathname + location.search + opened);
    location.reload();
  };
  return (
    <>
      <Button small onClick={() => (mayFilm() ? setOpen(true) : again())}>
        {m.paper_camera()}
      </Button>
      <Dialog open={open} onClose={close} title={m.paper_camera_title()}>
        <Camera
          onRead={(code) => {
            onRead(code);
            filled.current = true;
            close();
          }}
        />
      </Dialog>
    </>
  );
}

const said: Record<CameraState, () => string> = {
  OPENING: m.paper_camera_opening,
  LOOKING: m.paper_camera_lead,
  OTHER: m.paper_camera_other,
  REFUSED: m.paper_camera_refused,
  FAILED: m.paper_camera_failed,
};

/** The picture of the camera, which is open as long as this is shown, until it has seen a code. */
function Camera({ onRead }: Pick<Props, "onRead">) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("OPENING");
  const read = useEffectEvent(onRead);
  useEffect(() => {
    const leaving = new AbortController();
    void lookForCode(video.current!, leaving.signal, setState).then((code) => code && read(code));
    return () => leaving.abort();
  }, []);
  const sees = state === "LOOKING" || state === "OTHER";
  return (
    <div className="flow">
      <output>{said[state]()}</output>
      <video
        ref={video}
        className={styles.camera}
        muted
        playsInline
        hidden={!sees}
        aria-label={m.paper_camera_sees()}
      />
      {sees && <p className="quiet">{m.paper_camera_private()}</p>}
    </div>
  );
}
