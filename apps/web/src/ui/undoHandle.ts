/** Handle by which a shortcut of a page reaches an « undo » within it. */
export interface UndoHandle {
  undo: () => void;
}
