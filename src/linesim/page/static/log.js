// The messages of one chat, oldest first, and what the chat says by itself.

import { element } from "./elements.js";
import { keyed } from "./keyed.js";
import { message, systemLine } from "./message.js";
import { date, words } from "./words.js";

const NEAR_THE_END = 80; // pixels

export class Log {
  constructor() {
    this.list = element("ol");
    this.element = element("div", { class: "log", role: "log", tabindex: "0" }, this.list);
    this.show = keyed(this.list);
    this.stayAtEnd();
  }

  draw(said, view) {
    this.show(entries(said, view));
    this.element.dataset.empty = said.messages.length ? "" : words.empty;
    if (this.atEnd) this.scrollToEnd();
  }

  clear() {
    this.show([]);
    this.atEnd = true;
  }

  find(id) {
    this.list.querySelector(`[data-id="${id}"]`)?.scrollIntoView({ block: "center" });
  }

  scrollToEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  // Who reads the newest message goes on doing so when something comes or the window changes.
  stayAtEnd() {
    this.atEnd = true;
    this.element.addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = this.element;
      this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    });
    const stay = new ResizeObserver(() => { if (this.atEnd) this.scrollToEnd(); });
    stay.observe(this.element);
    stay.observe(this.list); // pictures take their room only once they are there
  }
}

// Messages and what the chat says by itself, in order of time, each day under its date.
function entries({ messages, notices }, view) {
  const all = [
    ...messages.map((one) => ({ key: one.id, at: one.time, state: JSON.stringify(one), make: () => message(one, view) })),
    ...notices.map((one, n) => ({ key: `notice${n}`, at: one.time, state: one.kind, make: () => systemLine(words[one.kind](one.name), one.time) })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return all.flatMap((entry, place) => {
    const day = date(entry.at);
    const same = place && date(all[place - 1].at) === day;
    return same ? [entry] : [{ key: `day ${day}`, state: day, make: () => element("li", { class: "day", text: day }) }, entry];
  });
}
