// The drawer of what crossed the wire: every webhook and every call, with both bodies and the price.

import { button, element } from "./elements.js";
import { keyed } from "./keyed.js";
import * as platform from "./platform.js";
import { time, words } from "./words.js";

const MOST_SHOWN = 200;

const FILTERS = {
  all: () => true,
  webhooks: (entry) => entry.kind === "webhook",
  calls: (entry) => entry.kind === "call",
  paid: (entry) => entry.counted > 0,
  failed_: (entry) => !succeeded(entry),
};

export class Traffic {
  constructor({ say }) {
    this.say = say;
    this.entries = new Map();
    this.filter = "all";
    this.search = element("input", { type: "search", placeholder: words.search, "aria-label": words.search, on: { input: () => this.draw() } });
    this.choices = element("div", { class: "filters", role: "group", "aria-label": words.shown }, ...Object.keys(FILTERS).map((name) => this.choice(name)));
    this.list = element("div", { class: "list", "data-empty": words.noTraffic });
    const save = element("a", { class: "save", href: "/sim/traffic.har", download: "linesim.har", text: words.save });
    this.element = element("div", {}, this.choices, element("div", { class: "search" }, this.search, save), this.list);
    this.show = keyed(this.list);
  }

  choice(name) {
    const choose = () => {
      this.filter = name;
      for (const one of this.choices.children) one.setAttribute("aria-pressed", String(one.dataset.filter === name));
      this.draw();
    };
    return button(words[name], choose, { "data-filter": name, "aria-pressed": String(name === this.filter) });
  }

  take(entries) {
    for (const entry of entries) this.entries.set(entry.n, entry);
  }

  draw() {
    const wanted = this.search.value.trim().toLowerCase();
    const matching = [...this.entries.values()].filter(FILTERS[this.filter])
      .filter((entry) => !wanted || JSON.stringify(entry).toLowerCase().includes(wanted));
    this.show(matching.slice(-MOST_SHOWN).reverse().map((entry) => ({
      key: entry.n, state: JSON.stringify(entry), make: (before) => this.line(entry, before),
    })));
  }

  line(entry, before) {
    const made = element("details", { class: "traffic-entry", "data-n": entry.n }, element("summary", {}, ...headline(entry)));
    const unfold = () => made.append(...(entry.kind === "webhook" ? this.webhook(entry) : call(entry)));
    made.addEventListener("toggle", unfold, { once: true });
    made.open = before?.open ?? false;
    return made;
  }

  webhook(entry) {
    const tries = entry.attempts.map((one) => element("li", { text: `${time(one.at)} · ${one.outcome} · ${Math.round(one.milliseconds)} ms${one.redelivery ? ` · ${words.redelivery}` : ""}` }));
    const again = () => platform.replay(entry.ids).catch((mishap) => this.say(`${words.failed}: ${mishap.message}`));
    return [
      element("p", { class: "soft", text: entry.url }),
      element("h3", { text: words.attempts }), element("ol", {}, ...tries), button(words.again, again, { class: "tool" }),
      element("h3", { text: words.events }), element("pre", { text: JSON.stringify(entry.body, null, 2) }),
    ];
  }
}

function call(entry) {
  return [["asked", entry.request], ["answered", entry.answer]].flatMap(([side, said]) => [
    element("h3", { text: words[side] }),
    element("pre", { text: said?.text ? pretty(said.text) : `${said?.size ?? 0} B` }),
  ]);
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function succeeded(entry) {
  const outcome = entry.kind === "webhook" ? entry.attempts.at(-1)?.outcome ?? 200 : entry.status;
  return Number(outcome) >= 200 && Number(outcome) < 400;
}

function headline(entry) {
  const { what, status, ms } = entry.kind === "webhook" ? ofWebhook(entry) : ofCall(entry);
  return [
    element("span", { class: "arrow", role: "img", "aria-label": words[entry.kind], text: entry.kind === "webhook" ? "→" : "←" }),
    element("span", { class: "what", text: what }),
    entry.counted ? element("span", { class: "price paid", text: words.counted(entry.counted) }) : null,
    element("span", { class: succeeded(entry) ? "status" : "status bad", text: status }),
    element("span", { class: "soft when" }, element("time", { datetime: entry.at, text: time(entry.at) }), ms === undefined ? "" : ` · ${Math.round(ms)} ms`),
  ];
}

function ofWebhook({ attempts, body }) {
  const last = attempts.at(-1);
  const kinds = body.events.map((event) => (event.message ? `${event.type} ${event.message.type}` : event.type));
  const again = attempts.length > 1 ? ` ×${attempts.length}` : "";
  return { what: kinds.join(", ") || "(0)", status: `${last?.outcome ?? words.waiting}${again}`, ms: last?.milliseconds };
}

const ofCall = ({ method, path, status, milliseconds }) => ({ what: `${method} ${path.replace("/v2/bot", "")}`, status, ms: milliseconds });
