// Cards side by side: swiped on a phone, moved by buttons where there is a mouse.

import { element, iconButton } from "./elements.js";
import { words } from "./words.js";

export function row(cards) {
  const cardRow = element("div", { class: "carousel", tabindex: "0" }, ...cards);
  const move = (step) => cardRow.scrollBy({ left: step * cardRow.clientWidth * 0.8, behavior: "smooth" });
  return element(
    "div", { class: "card-row" }, cardRow,
    iconButton("back", words.back, () => move(-1), { class: "turn back" }),
    iconButton("on", words.on, () => move(1), { class: "turn on" }),
  );
}
