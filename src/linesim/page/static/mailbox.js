// The drawer of what the mail server received.

import { bytes, element, icon } from "./elements.js";
import { keyed } from "./keyed.js";
import { time, words } from "./words.js";

export class Mailbox {
  constructor() {
    this.list = element("div", { class: "list", "data-empty": words.noMails });
    this.element = this.list;
    this.show = keyed(this.list);
  }

  draw(mails) {
    this.show([...mails].reverse().map((one) => ({ key: one.n, state: "", make: () => mail(one) })));
  }
}

function mail(one) {
  const made = element(
    "details", { class: "mail", "data-mail": one.n },
    element(
      "summary", {},
      element("b", { text: one.subject }), element("time", { datetime: one.time, text: time(one.time) }),
      element("span", { class: "soft", text: `${words.to} ${one.recipients.join(", ")}` }),
      ...one.attachments.map((file) => attachment(one.n, file)),
    ),
    element("p", { class: "soft", text: `${words.from} ${one.sender}` }),
  );
  made.addEventListener("toggle", () => made.append(...inside(one)), { once: true });
  return made;
}

function attachment(n, file) {
  return element(
    "a", { class: "attachment", href: `/sim/mails/${n}/attachments/${file.k}`, download: file.name, title: `sha256 ${file.sha256}` },
    icon("file"), element("span", { text: file.name }), element("small", { text: bytes(file.size) }),
  );
}

function inside(one) {
  const plain = element("pre", { text: one.text });
  const heads = element("pre", { text: one.headers.map((pair) => pair.join(": ")).join("\n") });
  return [one.html ? letter(one.html) : plain, one.html ? fold(words.plain, plain) : null, fold(words.headers, heads)].filter(Boolean);
}

const fold = (title, content) => element("details", { class: "fold" }, element("summary", { text: title }), content);

// What a mail may do: show itself. No scripts, nothing fetched from anywhere, links beside this page.
const HARMLESS = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<base target="_blank"><style>body { margin: 12px; overflow-wrap: anywhere; } img { max-width: 100%; }</style>`;

function letter(html) {
  const frame = element("iframe", {
    class: "letter", title: words.body, referrerpolicy: "no-referrer",
    sandbox: "allow-same-origin allow-popups allow-popups-to-escape-sandbox", // only to measure its height, and for links
  });
  frame.srcdoc = HARMLESS + html;
  frame.addEventListener("load", () => { frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`; });
  return frame;
}
