// Dropping, pressing long, and walking along tabs.

const LONG_PRESS_MS = 500;

export function acceptDrops(target, take) {
  const mark = (on) => target.classList.toggle("dropping", on);
  target.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  target.addEventListener("dragleave", (event) => { if (!target.contains(event.relatedTarget)) mark(false); });
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
  });
}

// A long press or the right mouse button presses the opener that `find` sees at that place.
export function acceptLongPresses(target, find) {
  let waiting;
  target.addEventListener("contextmenu", (event) => {
    const opener = find(event.target);
    if (opener) { event.preventDefault(); opener.click(); }
  });
  target.addEventListener("touchstart", (event) => {
    waiting = setTimeout(() => find(event.target)?.click(), LONG_PRESS_MS);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) target.addEventListener(end, () => clearTimeout(waiting), { passive: true });
}

export function walkTabs(list) {
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...list.children];
    const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
    tabs[next].focus();
    tabs[next].click();
  });
}
