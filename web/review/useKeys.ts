import { useEffect } from "preact/hooks";

/** Calls what a key stands for, unless somebody is writing or another key is held with it. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      const action = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
