// A menu beside whatever opened it: arrow keys move, Escape leads back.

import { button, element } from "./elements.js";

// `entries` are `[label, act]`; empty ones are left out.
export function openMenu(opener, entries) {
  document.querySelector(".menu")?.remove();
  const menu = element("div", { class: "menu", role: "menu" });
  for (const [label, act] of entries.filter(Boolean)) {
    menu.append(button(label, () => { close(); act(); }, { role: "menuitem" }));
  }
  if (!menu.children.length) return;
  document.body.append(menu);
  put(menu, opener);
  menu.firstChild.focus();

  const leave = (event) => { if (!menu.contains(event.target)) close(); };
  const steer = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); move(menu, step); }
    if (event.key === "Tab") close();
    if (event.key === "Escape") { close(); opener.focus(); }
  };
  const close = () => { menu.remove(); document.removeEventListener("pointerdown", leave); };
  document.addEventListener("pointerdown", leave);
  menu.addEventListener("keydown", steer);
}

function put(menu, opener) {
  const at = opener.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.bottom, innerHeight - menu.offsetHeight - 8))}px`;
}

function move(menu, step) {
  const entries = [...menu.children];
  const next = (entries.indexOf(document.activeElement) + step + entries.length) % entries.length;
  entries[next].focus();
}
