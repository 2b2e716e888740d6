// The two drawers: what the mailbox received, and what crossed the wire.

import { element, icon } from "./elements.js";
import { bytes } from "./message.js";
import { time, words } from "./words.js";

export function mailbox(mails) {
  if (!mails.length) return [element("p", { class: "none", text: words.noMails })];
  return [...mails].reverse().map(mail);
}

function mail(one) {
  const files = one.attachments.map((file) => element(
    "a", { class: "attachment", href: `/sim/mails/${one.n}/attachments/${file.k}`, download: file.name, title: `sha256 ${file.sha256}` },
    icon("file"), element("span", { text: file.name }), element("small", { text: bytes(file.size) }),
  ));
  return element(
    "details", { class: "mail", "data-mail": one.n },
    element(
      "summary", {},
      element("b", { text: one.subject }),
      element("span", { class: "when" }, element("time", { datetime: one.time, text: time(one.time) })),
      element("span", { class: "soft", text: `${words.to} ${one.recipients.join(", ")}` }),
      ...files,
    ),
    element("p", { class: "soft", text: `${words.from} ${one.sender}` }),
    element("pre", { text: one.text }),
  );
}

export function traffic(entries) {
  if (!entries.length) return [element("p", { class: "none", text: words.noTraffic })];
  return [...entries].reverse().map((entry) => (entry.kind === "webhook" ? webhook(entry) : call(entry)));
}

function webhook(entry) {
  const last = entry.attempts.at(-1);
  const well = Number(last?.outcome) >= 200 && Number(last?.outcome) < 300;
  const kinds = entry.body.events.map((event) => (event.message ? `${event.type} ${event.message.type}` : event.type));
  const again = entry.attempts.length > 1 ? ` ×${entry.attempts.length}` : "";
  return line(entry, {
    arrow: "→", well: !last || well, what: kinds.join(", ") || "(0)",
    status: `${last?.outcome ?? words.waiting}${again}`, ms: last?.milliseconds, body: JSON.stringify(entry.body, null, 2),
  });
}

function call(entry) {
  return line(entry, {
    arrow: "←", well: entry.status < 400, what: `${entry.method} ${entry.path.replace("/v2/bot", "")}`,
    status: entry.status, ms: entry.milliseconds, cost: entry.counted, body: entry.error,
  });
}

function line(entry, { arrow, well, what, status, ms, cost, body }) {
  const inside = [
    element("span", { class: "arrow", "aria-label": words[entry.kind], text: arrow }),
    element("span", { class: "what", text: what }),
    cost ? element("span", { class: "price paid", text: words.counted(cost) }) : null,
    element("span", { class: well ? "status" : "status bad", text: status }),
    element("span", { class: "soft ms", text: ms === undefined ? "" : `${Math.round(ms)} ms` }),
  ];
  if (!body) return element("div", { class: "line-of-traffic", "data-n": entry.n }, ...inside);
  return element("details", { class: "traffic-entry", "data-n": entry.n }, element("summary", { class: "line-of-traffic" }, ...inside), element("pre", { text: body }));
}
