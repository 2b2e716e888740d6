// Draw one message of a chat, as the person at this phone sees it.

import { element, iconButton, linked, picture } from "./elements.js";
import { flex } from "./flex.js";
import { imagemap } from "./imagemap.js";
import * as media from "./media.js";
import { template } from "./template.js";
import { time, words } from "./words.js";

// `seen` says who looks (`me`) and what happens on a tap and in the menu.
export function message(content, seen) {
  if (content.unsent) return systemLine(words.unsent(content.sender.name), content.time);
  const mine = content.sender.id === seen.me;
  const made = element("li", { class: mine ? "said mine" : "said", "data-id": content.id });
  if (!mine) made.append(speaker(content));
  made.append(element("div", { class: "with-time" }, shown(content, seen), facts(content, mine)));
  made.append(iconButton("more", words.menu, (event) => seen.menu(content, event.currentTarget), { class: "opener", "aria-haspopup": "menu" }));
  return made;
}

// What the chat says by itself: who came, who went, that something was taken back.
export function systemLine(text, at) {
  return element("li", { class: "system" }, element("span", { text }), element("time", { datetime: at, text: time(at) }));
}

function speaker({ sender, content }) {
  const face = content.sender?.iconUrl ? picture(content.sender.iconUrl, "", { class: "avatar" }) : avatar(sender);
  return element("div", { class: "speaker" }, face, element("span", { text: sender.name }));
}

export function avatar({ id, name }) {
  return element("span", { class: "avatar", "aria-hidden": "true", text: initial(name), style: { "--hue": hue(id) } });
}

// The first letter of a name: for Thai the consonant, not a vowel written before it.
function initial(name) {
  return (name.match(/[^เ-ไ\s"'(]/u) ?? ["?"])[0].toUpperCase();
}

function hue(id) {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 360;
  return String(sum);
}

function shown(content, seen) {
  const inside = (KINDS[content.type] ?? spoken)(content, seen);
  if (content.quoted) inside.prepend(quoted(content.quoted, seen));
  return inside;
}

function quoted({ id, sender, text }, seen) {
  return element(
    "button", { type: "button", class: "quoted", on: { click: () => seen.find(id) } },
    element("b", { text: sender }), element("span", { text: text ?? words.photo }),
  );
}

const KINDS = {
  image: media.image, video: media.video, audio: media.audio, file: media.file,
  sticker: media.sticker, location: media.place, coupon: media.coupon,
  flex: (content, seen) => card(flex(content.content.contents, tapper(content, seen))),
  template: (content, seen) => card(template(content.content.template, tapper(content, seen))),
  imagemap: (content, seen) => card(imagemap(content.content, tapper(content, seen))),
};

const card = (drawn) => element("div", { class: "card" }, drawn);

const tapper = (content, seen) => (path, action) => seen.tap(content.id, path, action);

function spoken(content) {
  return element("div", { class: "balloon" }, element("p", {}, ...linked(content.text ?? content.type)));
}

// What stands small beside a message: when, and for the bot's what it cost. The price of several
// messages sent together stands on the first.
function facts(content, mine) {
  const lines = [];
  if (content.edited) lines.push(element("span", { text: words.edited }));
  if (content.cost || content.delivery === "reply") lines.push(price(content));
  if (mine && content.read) lines.push(element("span", { text: words.read }));
  lines.push(element("time", { datetime: content.time, text: time(content.time) }));
  return element("div", { class: "facts" }, ...lines);
}

function price({ cost, delivery }) {
  const text = cost ? words.counted(cost) : words.free;
  return element("span", { class: cost ? "price paid" : "price", title: words[delivery], text });
}
