// Draw one message of a chat, as the person at this phone sees it.

import { button, element, icon, linked } from "./elements.js";
import { flex, template } from "./flex.js";
import { time, words } from "./words.js";

// `seen` says who looks (`me`) and what happens on a tap and in the menu.
export function message(content, seen) {
  const mine = content.sender.id === seen.me;
  if (content.unsent) {
    return element("li", { class: "said gone" }, element("p", { text: words.unsent }));
  }
  const made = element("li", { class: mine ? "said mine" : "said", "data-id": content.id });
  if (!mine) made.append(speaker(content.sender));
  made.append(element("div", { class: "with-time" }, shown(content, seen), facts(content, mine)));
  made.append(menuOpener(content, seen));
  return made;
}

function speaker(sender) {
  return element(
    "div", { class: "speaker" },
    element("span", { class: "avatar", "aria-hidden": "true", text: initial(sender.name), style: { "--hue": hue(sender.id) } }),
    element("span", { text: sender.name }),
  );
}

// The first letter of a name: for Thai the consonant, not a vowel written before it.
export function initial(name) {
  return (name.match(/[^เ-ไ\s"'(]/u) ?? ["?"])[0].toUpperCase();
}

export function hue(id) {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 360;
  return String(sum);
}

function shown(content, seen) {
  const inside = KINDS[content.type]?.(content, seen) ?? words_(content);
  if (!content.quoted) return inside;
  const quoted = element(
    "button", { type: "button", class: "quoted", on: { click: () => seen.find(content.quoted.id) } },
    element("b", { text: content.quoted.sender }),
    element("span", { text: content.quoted.text ?? words.photo }),
  );
  inside.prepend(quoted);
  return inside;
}

const KINDS = {
  text: words_,
  textV2: words_,
  image: (content) => picture(content.content.originalContentUrl ?? `/sim/contents/${content.id}`),
  file: (content) => file(content),
  sticker: () => element("div", { class: "balloon sticker" }, element("span", { text: `☺ ${words.sticker}` })),
  flex: (content, seen) => element("div", { class: "card" }, flex(content.content.contents, tapper(content, seen))),
  template: (content, seen) => element("div", { class: "card" }, template(content.content.template, tapper(content, seen))),
  location: (content) => element("div", { class: "balloon" }, element("b", { text: content.content.title ?? words.location }), element("p", { text: content.content.address })),
};

function words_(content) {
  return element("div", { class: "balloon" }, element("p", {}, ...linked(content.text ?? content.type)));
}

function picture(address) {
  const image = element("img", { src: address, alt: words.photo, referrerpolicy: "no-referrer" });
  return element("a", { class: "picture", href: address, target: "_blank", rel: "noopener noreferrer" }, image);
}

function file(content) {
  const { fileName, fileSize } = content.content;
  return element(
    "a", { class: "balloon file", href: `/sim/contents/${content.id}`, target: "_blank", rel: "noopener noreferrer" },
    icon("file"),
    element("span", {}, element("b", { text: fileName }), element("small", { text: bytes(fileSize) })),
  );
}

export function bytes(size) {
  if (size < 1024) return `${size} B`;
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} kB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

const tapper = (content, seen) => (path, action) => seen.tap(content.id, path, action);

// What stands small beside a message: when, and for the bot's what it cost.
function facts(content, mine) {
  const lines = [];
  if (content.edited) lines.push(element("span", { text: words.edited }));
  if (content.sender.id === "bot") lines.push(price(content));
  if (mine && content.read) lines.push(element("span", { text: words.read }));
  lines.push(element("time", { datetime: content.time, text: time(content.time) }));
  return element("div", { class: "facts" }, ...lines);
}

function price(content) {
  const cost = content.cost ? words.counted(content.cost) : words.free;
  return element("span", { class: content.cost ? "price paid" : "price", title: words[content.delivery], text: cost });
}

function menuOpener(content, seen) {
  return button("⋯", (event) => seen.menu(content, event.currentTarget), {
    class: "more", "aria-label": words.menu, "aria-haspopup": "menu",
  });
}
