// Pictures, films, sounds, places, files and the like in a chat.

import { bytes, element, icon, picture } from "./elements.js";
import { words } from "./words.js";

const elsewhere = { target: "_blank", rel: "noopener noreferrer" };

// What a person sent lies here; what the bot or a LIFF app sent lies where its address says.
const named = ({ content }, name) => content[name] ?? content.contentProvider?.[name];
const address = (content) => named(content, "originalContentUrl") ?? `/sim/contents/${content.id}`;

export function image(content) {
  const small = named(content, "previewImageUrl") ?? address(content);
  return element("a", { class: "picture", href: address(content), ...elsewhere }, picture(small, words.photo));
}

export function video(content) {
  const still = named(content, "previewImageUrl");
  const shown = still ? picture(still, "") : element("span", { class: "no-picture" });
  const link = { class: "picture film", href: address(content), "aria-label": words.video, ...elsewhere };
  return element("a", link, shown, icon("play"), length(content.content.duration));
}

export function audio(content) {
  const link = { class: "balloon sound", href: address(content), ...elsewhere };
  return element("a", link, icon("sound"), element("span", { text: words.audio }), length(content.content.duration));
}

function length(milliseconds) {
  if (!milliseconds) return null;
  const seconds = Math.round(milliseconds / 1000);
  return element("small", { text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` });
}

export function file(content) {
  const { fileName, fileSize } = content.content;
  return element(
    "a", { class: "balloon file", href: address(content), ...elsewhere },
    icon("file"), element("span", {}, element("b", { text: fileName }), element("small", { text: bytes(fileSize) })),
  );
}

export function place(content) {
  const { title, address: street, latitude, longitude } = content.content;
  return element(
    "div", { class: "balloon place" }, icon("pin"),
    element("span", {}, element("b", { text: title ?? words.location }), element("span", { text: street ?? "" }), element("small", { text: `${latitude}, ${longitude}` })),
  );
}

export function sticker({ content }) {
  const named = content.keywords?.[0] ?? content.text ?? `${content.packageId}/${content.stickerId}`;
  return element("div", { class: "balloon sticker" }, icon("smile"), element("span", { text: words.sticker }), element("small", { text: named }));
}

export function coupon({ content }) {
  return element("div", { class: "balloon sticker" }, icon("ticket"), element("span", { text: words.coupon }), element("small", { text: content.couponId }));
}
