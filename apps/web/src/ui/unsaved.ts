import { createContext, useContext, useEffect, useSyncExternalStore } from "react";

export interface UnsavedForm {
  /** Name of the form in a sentence. */
  name: string;
  /** Saves it; whether that was done. */
  save: () => Promise<boolean>;
  /** True if leaving it saves it without a question; one is asked only where that could not be done. */
  byItself?: boolean;
}

/** The forms of the page that hold something unsaved: nobody leaves them without being asked. */
export class UnsavedForms {
  readonly #forms = new Map<string, UnsavedForm>();
  readonly #listeners = new Set<() => void>();

  set(id: string, form: UnsavedForm | null) {
    if (form) this.#forms.set(id, form);
    else this.#forms.delete(id);
    this.#tell();
  }

  /** Drops every unsaved text: its question is gone, or it was just saved. */
  forget = () => {
    this.#forms.clear();
    this.#tell();
  };

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  any = () => this.#forms.size > 0;

  all = () => [...this.#forms.values()];
}

export const UnsavedContext = createContext(new UnsavedForms());

/** The forms of the page that hold something unsaved; meanwhile the browser asks before it closes the tab. */
export function useUnsavedForms() {
  const forms = useContext(UnsavedContext);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // Text that saves itself is on the device meanwhile.
      if (forms.all().some(({ byItself }) => !byItself)) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [forms]);
  return forms;
}

/** True while a form of the page holds something unsaved. */
export function useAnyUnsaved() {
  const { subscribe, any } = useContext(UnsavedContext);
  return useSyncExternalStore(subscribe, any, any);
}

/** Says of a form whether it holds something unsaved, and how it is saved. */
export function useUnsaved(id: string, dirty: boolean, form: UnsavedForm) {
  const forms = useContext(UnsavedContext);
  useEffect(() => {
    if (!dirty) return undefined;
    forms.set(id, form);
    return () => forms.set(id, null);
  }, [forms, id, dirty, form]);
}
