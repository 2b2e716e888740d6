// Which phones are shown: as many as there is room for, the others wait in the bar of people.

import { element } from "./elements.js";
import { words } from "./words.js";

const NARROWEST = 248; // pixels, as in page.css
const GAP = 12;

export class Stage {
  constructor(floor, bar) {
    this.floor = floor;
    this.bar = bar;
    this.phones = new Map();
    this.order = []; // who was chosen, the latest last
    bar.setAttribute("aria-label", words.people);
    new ResizeObserver(() => this.arrange()).observe(floor);
  }

  add(phone) {
    this.phones.set(phone.person.id, phone);
    this.floor.append(phone.element);
    phone.element.hidden = true;
    this.order.unshift(phone.person.id); // so the first of the world stay longest
  }

  get room() {
    const style = getComputedStyle(this.floor);
    const width = this.floor.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  }

  arrange() {
    const shown = new Set(this.order.slice(-this.room));
    for (const [id, phone] of this.phones) phone.onStage = shown.has(id);
    this.drawBar();
  }

  choose(id) {
    this.order = [...this.order.filter((one) => one !== id), id];
    this.arrange();
  }

  drawBar() {
    this.bar.hidden = this.phones.size <= this.room;
    const focused = this.bar.contains(document.activeElement) && document.activeElement.dataset.person;
    this.bar.replaceChildren(...[...this.phones.values()].map((phone) => this.chip(phone)));
    if (focused) this.bar.querySelector(`[data-person="${focused}"]`)?.focus();
  }

  chip({ person, element: phone, unread }) {
    const made = element("button", {
      type: "button", "data-person": person.id, "aria-pressed": String(!phone.hidden),
      on: { click: () => this.choose(person.id) },
    }, element("span", { text: person.name }));
    if (unread) made.append(element("b", { class: "count", text: unread, "aria-label": words.unread(unread) }));
    return made;
  }
}
